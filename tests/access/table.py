"""Who may come to which address. Read a line as: at this address, reading, each of them gets ...

    ok   let through: a page, a file, or a form that says what is missing
    in   sent to sign in first
    no   refused, in words
    404  not found, exactly as if it didn't exist
    405  not an address for that

Whoever adds a route adds its line here: a route without one fails the suite, so nothing is open
by oversight. The table is written by hand and never worked out from the roles, so that it also
finds a mistake in them.
"""

from tests.access.row import Row, line

# fmt: off
#                Nobody Guest Ann Bo  Cara Dev Rona Vera Eve Fay Lee Gil
EVERYBODY = line("ok     ok    ok  ok  ok   ok  ok   ok   ok  ok  ok  ok")
SIGNED_IN = line("in     in    ok  ok  ok   ok  ok   ok   ok  ok  ok  ok")
HOLDERS   = line("in     ok    ok  ok  ok   ok  ok   ok   ok  ok  ok  ok")  # of an account or a seat
MEMBERS   = line("in     in    ok  ok  ok   ok  ok   ok   404 404 404 404")
SEES_WHO  = line("in     in    no  no  ok   no  ok   no   404 404 404 404")
LEADS     = line("in     in    no  no  ok   no  ok   no   404 404 404 404")  # resident co-lead too
LEAD      = line("in     in    no  no  ok   no  no   no   404 404 404 404")
NATIONAL  = line("in     in    404 404 404  404 404  404  404 ok  404 ok")
ONE_SEAT  = line("ok     ok    ok  404 ok   404 ok   ok   ok  ok  ok  ok")  # not with a sheet as member
ADMITS    = line("in     in    404 404 404  404 404  404  404 ok  404 no")
ONLY_DEV  = line("in     in    404 404 404  ok  404  404  404 404 404 404")
ONLY_ANN  = line("404    404   ok  404 404  404 404  404  404 404 404 404")
NETWORK   = line("in     in    ok  ok  ok   ok  ok   ok   ok  ok  no  ok")  # the nation's members
ASKED_IT  = line("in     in    ok  no  no   no  no   no   no  ok  no  no")
OWN_SPACE = line("in     in    ok  ok  ok   ok  ok   ok   404 404 no  404")
READS_IT  = line("in     in    ok  ok  ok   ok  ok   ok   ok  ok  404 ok")
ANSWERS   = line("404    404   ok  ok  ok   ok  ok   ok   ok  ok  404 ok")
NETCARE   = line("in     in    no  no  ok   no  ok   no   ok  ok  no  no")
LOOKED_AT = line("in     in    404 404 404  404 404  404  404 ok  no  404")
BY_NAME   = line("ok     no    ok  no  ok   ok  ok   ok   ok  ok  ok  ok")  # not with another's sheet
VISIT     = line("in     in    404 404 404  404 404  404  404 no  404 ok")
NOT_HERE  = line("in     in    no  no  no   no  no   no   404 404 404 404")
NONE_YET  = line("in     in    404 404 404  404 404  404  404 404 404 404")
ONLY_READ = line("in     in    405 405 405  405 405  405  405 405 405 405")
SENT_BACK = line("in     in    in  in  in   in  in   in   in  in  in  in")
GONE      = line("404    404   404 404 404  404 404  404  404 404 404 404")
NEVER     = line("405    405   405 405 405  405 405  405  405 405 405 405")
# fmt: on

OF_NO_PLACE = (
    Row("site:home", "", EVERYBODY, NEVER),
    Row("site:about", "", EVERYBODY, NEVER),
    Row("site:assurance", "", EVERYBODY, NEVER),
    Row("site:me", "", EVERYBODY, NEVER, seen_by="Ann"),
    Row("site:take-along", "", HOLDERS, NEVER),
    Row("site:my-ward", "number=councillor", ONLY_DEV, ONLY_DEV, seen_by="Dev"),
    Row("site:erase", "", HOLDERS, HOLDERS),
    Row("site:search", "", EVERYBODY, NEVER),
    Row("cases:list", "", EVERYBODY, NEVER),
    Row("cases:case", "nation practice=case", EVERYBODY, NEVER),
    Row("site:come-back", "", EVERYBODY, EVERYBODY),
    Row("site:after-sign-in", "", SIGNED_IN, NEVER),
    Row("members:roles", "", EVERYBODY, NEVER),
    Row("ui:gallery", "", EVERYBODY, NEVER),
    Row("discussions:policy", "", EVERYBODY, NEVER),
    Row(
        "discussions:write", "kind=page_kind key=commented", EVERYBODY, EVERYBODY, seen_by="Nobody"
    ),
    Row("discussions:mine", "", EVERYBODY, NEVER, seen_by="Ann"),
    Row("discussions:take-back", "comment=of_ann", NEVER, ONLY_ANN),
    Row("discussions:appeal", "comment=of_ann", ONLY_ANN, ONLY_ANN, seen_by="Ann"),
    Row("discussions:confirm", "token=nothing", EVERYBODY, GONE),
    Row("healthz", "", EVERYBODY, NEVER),
    Row("robots", "", EVERYBODY, NEVER),
    Row("sitemap", "", EVERYBODY, NEVER),
    Row("sitemap-section", "section=pages", EVERYBODY, NEVER),
    Row("readyz", "", EVERYBODY, NEVER),
    Row("join:welcome", "", EVERYBODY, EVERYBODY),
    Row("join:exchange", "code", EVERYBODY, NEVER),
    Row("join:<str:code>/", "code", EVERYBODY, NEVER, path="/j/{code}/"),
    Row("map_it_mail:stop", "token=nothing", EVERYBODY, GONE),
    Row("notices_mail:stop", "token=nothing", EVERYBODY, GONE),
    Row("notices:wish", "", SIGNED_IN, SIGNED_IN),
    Row("start:front", "", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("start:account", "", EVERYBODY, NEVER),
    Row("start:step", "step=partnership", SIGNED_IN, SIGNED_IN),
    Row("start:check", "", SIGNED_IN, SIGNED_IN),
    Row("start:hub", "place round=open", LEAD, NEVER),
    Row("start:begin", "place round=draft", NEVER, LEAD),
    Row("start:draw", "place round=drawn", NEVER, LEAD),
)

FRONT = (
    Row("site:front", "place", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("site:place-assurance", "place", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("activities:list", "place", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("activities:page", "place initiative=existing", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("activities:page", "place initiative=proposal", GONE, NEVER),
    Row("star:page", "place", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("star:svg", "place", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("star:pdf", "place", EVERYBODY, NEVER, seen_by="Nobody"),
)

WORKSPACE = (
    Row("board:board", "place", MEMBERS, NEVER),
    Row("board:brief", "place", MEMBERS, NEVER),
    Row("board:packs", "place", MEMBERS, NEVER),
    Row("board:make-pack", "place", NEVER, LEADS),
    Row("board:pack", "place pack", MEMBERS, NEVER),
    Row("board:pack-pdf", "place pack", MEMBERS, NEVER),
    Row("board:step", "place step=people", MEMBERS, NEVER),
    Row("jobs:job", "place job", MEMBERS, NEVER),
    Row("jobs:cancel", "place job", NEVER, LEAD),
    Row("members:list", "place", SEES_WHO, NEVER),
    Row("members:invite", "place", LEAD, LEAD),
    Row("members:send", "place number=invitation", NEVER, LEAD),
    Row("members:withdraw", "place number=invitation", NEVER, LEAD),
    Row("members:ward", "place number=councillor", LEAD, LEAD),
    Row("members:end", "place number=membership", LEAD, LEAD),
    Row("erasing:guest", "place", LEAD, LEAD),
    Row("erasing:member", "place person", LEAD, LEAD),
    Row("consent:links", "place", LEAD, NEVER),
    Row("consent:make-link", "place activity", NEVER, LEAD),
    Row("consent:close-link", "place activity", NEVER, LEAD),
    Row("consent:poster", "place activity", LEAD, NEVER),
    Row("places:settings", "place", LEAD, NEVER),
    Row("places:contact", "place", LEAD, LEAD),
    Row("places:pause", "place", LEAD, LEAD),
    Row("places:address", "place", LEAD, LEAD),
    Row("places:services", "place", LEAD, NEVER),
    Row("places:pick-services", "place", NEVER, LEAD),
    Row("places:add-service", "place", NEVER, LEAD),
    Row("places:change-service", "place service", LEAD, LEAD),
    Row("places:end-service", "place service", LEAD, LEAD),
    Row("places:organisations", "place", LEAD, LEAD),
    Row("places:wards", "place", LEAD, LEAD),
    Row("places:change-ward", "place ward", LEAD, LEAD),
    Row("places:end-ward", "place ward", LEAD, LEAD),
    Row("places:words", "place", LEAD, NEVER),
    Row("places:word", "place key=resident", LEAD, LEAD),
    Row("initiatives:list", "place", MEMBERS, NEVER),
    Row("initiatives:file", "place", MEMBERS, NEVER),
    Row("initiatives:new", "place stage=candidate", LEADS, LEADS),
    Row("initiatives:page", "place initiative=existing", MEMBERS, NEVER),
    Row("initiatives:page", "place initiative=proposal", MEMBERS, NEVER),
    Row("initiatives:edit", "place initiative=proposal", LEADS, LEADS),
    Row("initiatives:decide", "place initiative=proposal verdict=trying", LEADS, LEADS),
    Row("comments:desk", "place", LEADS, NEVER),
    Row("comments:desk", "place=caldonia", ADMITS, NEVER, seen_by="Fay"),
    Row("comments:many", "place", NEVER, LEADS),
    Row("comments:opening", "place", NEVER, LEADS),
    Row("comments:decide", "place comment move=remove", LEADS, LEADS),
    Row("comments:decide", "place comment=appealed move=uphold", LEADS, LEADS),
    Row("practices:list", "place", MEMBERS, NEVER),
    Row("practices:page", "place owner=place practice", MEMBERS, NEVER),
    Row("practices:import", "place", LEAD, LEAD),
    Row("practices:import-preview", "place staged=practices-file", LEAD, LEAD),
    Row("practices:import-problems", "place staged=practices-file", LEAD, NEVER),
    Row("files:import", "place", LEAD, LEAD),
    Row("files:import-preview", "place staged=services-file", LEAD, LEAD),
    Row("files:import-problems", "place staged=services-file", LEAD, NEVER),
    Row("ward_files:import", "place", LEAD, LEAD),
    Row("ward_files:import-preview", "place staged=wards-file", LEAD, LEAD),
    Row("ward_files:import-problems", "place staged=wards-file", LEAD, NEVER),
    Row("national:picture", "place", NOT_HERE, NEVER),
    Row("national:picture", "place=caldonia", NATIONAL, NEVER, seen_by="Fay"),
    Row("national:new-partnerships", "place=caldonia", ADMITS, NEVER, seen_by="Fay"),
    Row("national:choose-admission", "place=caldonia", NEVER, ADMITS),
    Row("national:admit", "place=caldonia partnership=upper-nith", NEVER, ADMITS),
    Row("national:decline", "place=caldonia partnership=upper-nith", ADMITS, ADMITS,
        seen_by="Fay"),
    Row("national:visit", "place=caldonia partnership=strathmuir", VISIT, VISIT, seen_by="Gil"),
    Row("site:history", "place", LEAD, NEVER),
)  # fmt: skip

RATING = (
    Row("rate:begin", "place slug=asking", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("rate:begin", "place slug=revealed", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("rate:begin", "place slug=prepared", GONE, GONE),
    Row("rate:next", "place slug=asking", EVERYBODY, NEVER),
    Row("rate:items", "place slug=asking", EVERYBODY, NEVER, seen_by="Bo"),
    Row("rate:item", "place slug=asking number=item", EVERYBODY, EVERYBODY, seen_by="Bo"),
    Row("rate:done", "place slug=asking", EVERYBODY, NEVER, seen_by="Bo"),
    Row("rate:result", "place slug=revealed", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("rate:send", "place slug=asking", NEVER, EVERYBODY),
    Row("rate:words", "place slug=asking", EVERYBODY, EVERYBODY, seen_by="Bo"),
    Row("rate:clear", "place slug=asking", NEVER, EVERYBODY),
)

PRIORITIES = (
    Row("focus_it:proposals", "place", LEADS, NEVER),
    Row("focus_it:proposal", "place key=proposal-key", LEADS, LEADS),
    Row("suggest:new", "place", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("suggest:mine", "place", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("focus_it:decisions", "place slug=revealed", MEMBERS, NEVER),
    Row("focus_it:choose", "place slug=revealed number=item", LEADS, NEVER),
    Row("focus_it:decide", "place slug=revealed number=item verdict=taken_on", LEADS, LEADS),
    Row("focus_it:matrices", "place", MEMBERS, NEVER),
    Row("focus_it:new", "place", LEAD, LEAD),
    Row("focus_it:matrix", "place slug=prepared", MEMBERS, NEVER),
    Row("focus_it:matrix", "place slug=asking", MEMBERS, NEVER, seen_by="Cara"),
    Row("focus_it:edit", "place slug=prepared", LEAD, LEAD),
    Row("focus_it:begin", "place slug=prepared", NEVER, LEAD),
    Row("focus_it:questions", "place slug=prepared", LEAD, LEAD),
    Row("focus_it:add-question", "place slug=prepared", LEAD, LEAD),
    Row("focus_it:remove-question", "place slug=prepared key=impact", NEVER, LEAD),
    Row("focus_it:items", "place slug=prepared", LEAD, NEVER),
    Row("focus_it:add-items", "place slug=prepared", NEVER, LEAD),
    Row("focus_it:idea", "place slug=prepared", LEAD, LEAD),
    Row("focus_it:item", "place slug=prepared number=item", LEAD, LEAD),
    Row("focus_it:withdraw", "place slug=prepared number=item", NEVER, LEAD),
    Row("focus_it:reveal", "place slug=asking", NEVER, LEAD),
    Row("focus_it:ask-again", "place slug=revealed", NEVER, LEAD),
    Row("focus_it:end", "place slug=revealed", NEVER, LEAD),
    Row("focus_it:results", "place slug=asking", MEMBERS, NEVER),
    Row("focus_it:results", "place slug=revealed", MEMBERS, NEVER),
    Row("focus_it:how", "place slug=revealed", MEMBERS, NEVER),
    Row("focus_it:how-item", "place slug=revealed number=item", MEMBERS, NEVER),
    Row("focus_it:results-xlsx", "place slug=revealed", MEMBERS, NEVER),
    Row("focus_it:results-csv", "place slug=revealed", MEMBERS, NEVER),
    Row("focus_it:results-json", "place slug=revealed", MEMBERS, NEVER),
    Row("focus_it:picture", "place slug=revealed", MEMBERS, NEVER),
    Row("focus_it:fits", "place slug=revealed", MEMBERS, LEAD),
    Row("focus_it:screen", "place slug=asking", LEAD, NEVER),
    Row("focus_it:screen", "place slug=revealed", LEAD, NEVER),
    Row("focus_it:screen-state", "place slug=asking", LEAD, NEVER),
)

ROOMS = (
    Row("live:state", "room", EVERYBODY, NEVER),
    Row("rooms:open", "place room", NEVER, LEAD),
    Row("rooms:close", "place room", NEVER, LEAD),
    Row("rooms:heads", "place room", NEVER, LEAD),
)

MAPS = (
    Row("map_it:rounds", "place", MEMBERS, NEVER),
    Row("map_it:new", "place", LEAD, LEAD),
    Row("map_it:baselines", "place", MEMBERS, NEVER),
    Row("map_it:baseline-new", "place", LEAD, LEAD),
    Row("map_it:baseline-remove", "place", NEVER, LEAD),
    Row("map_it:baseline-import", "place", LEAD, LEAD),
    Row("map_it:baseline-import-preview", "place staged=baseline-file", LEAD, LEAD),
    Row("map_it:baseline-import-problems", "place staged=baseline-file", LEAD, NEVER),
    Row("map_it:round", "place round=draft", MEMBERS, NEVER),
    Row("map_it:round", "place round=open", MEMBERS, NEVER),
    Row("map_it:round", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:edit", "place round=draft", LEAD, LEAD),
    Row("map_it:edit", "place round=open", LEAD, LEAD),
    Row("map_it:discard", "place round=draft", NEVER, LEAD),
    Row("map_it:open", "place round=draft", NEVER, LEAD),
    Row("map_it:extend", "place round=open", NEVER, LEAD),
    Row("map_it:close", "place round=open", NEVER, LEAD),
    Row("map_it:reopen", "place round=drawn", NEVER, LEAD),
    Row("map_it:draw", "place round=drawn", NEVER, LEAD),
    Row("map_it:show_as_star", "place round=drawn", NEVER, LEAD),
    Row("map_it:results", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:results", "place round=open", MEMBERS, NEVER),
    Row("map_it:how", "place round=drawn co=design", MEMBERS, NEVER),
    Row("map_it:add_candidate", "place round=drawn", NEVER, LEADS),
    Row("map_it:star_svg", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:star_png", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:star_pdf", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:results_xlsx", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:results_csv", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:results_json", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:sharing", "place round=drawn", MEMBERS, NEVER),
    Row("map_it:preview", "place round=drawn", NEVER, LEAD),
    Row("map_it:reply", "place round=drawn", NEVER, MEMBERS),
    Row("map_it:sign", "place round=drawn", NEVER, LEADS),
    Row("map_it:share", "place round=drawn", NEVER, LEAD),
    Row("map_it:unshare", "place round=drawn", NEVER, LEAD),
    Row("map_it:words", "place round=drawn", MEMBERS, LEAD),
    Row("map_it:confirm", "place round=open", LEAD, LEAD),
    Row("map_it:record", "place round=record", MEMBERS, NEVER),
    Row("map_it:record", "place round=drawn", NONE_YET, NEVER),
    Row("map_it:sheets", "place round=open", LEAD, NEVER),
    Row("map_it:workbook", "place round=open", LEAD, NEVER),
    Row("map_it:sheet-import", "place round=open", LEAD, LEAD),
    Row("map_it:sheet-import-preview", "place round=open staged=answers-file", LEAD, LEAD),
    Row("map_it:sheet-import-problems", "place round=open staged=answers-file", LEAD, NEVER),
)

# Everyone may come to where people answer; whoever has no sheet is led to where one begins.
ANSWERING = (
    Row("answer:begin", "place slug=open", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("answer:begin", "place slug=drawn", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("answer:next", "place slug=open", EVERYBODY, NEVER),
    Row("answer:come-back", "place slug=open", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("answer:leave", "place slug=open", EVERYBODY, EVERYBODY, seen_by="Guest"),
    Row("answer:clear", "place slug=open", NEVER, EVERYBODY),
    Row("answer:who", "place slug=open", EVERYBODY, EVERYBODY, seen_by="Guest"),
    Row("answer:claim", "place slug=open", ONE_SEAT, ONE_SEAT, seen_by="Guest"),
    Row("answer:services", "place slug=open", EVERYBODY, EVERYBODY, seen_by="Guest"),
    Row("answer:question", "place slug=open service co=design", EVERYBODY, EVERYBODY,
        seen_by="Guest"),
    Row("answer:four", "place slug=open service", EVERYBODY, EVERYBODY, seen_by="Bo"),
    Row("answer:ways", "place slug=open service", EVERYBODY, EVERYBODY, seen_by="Bo"),
    Row("answer:practice", "place slug=open service", EVERYBODY, EVERYBODY, seen_by="Bo"),
    Row("answer:word", "place slug=open", EVERYBODY, EVERYBODY, seen_by="Guest"),
    Row("answer:check", "place slug=open", EVERYBODY, EVERYBODY, seen_by="Guest"),
    Row("answer:receipt", "place slug=open", EVERYBODY, NEVER, seen_by="Dev"),
    Row("answer:on-record", "place slug=open", NEVER, BY_NAME),
    Row("answer:withdraw", "place slug=open", EVERYBODY, EVERYBODY, seen_by="Guest"),
    Row("answer:paper-form", "place slug=open", EVERYBODY, NEVER, seen_by="Nobody"),
    Row("answer:tablet", "place slug=open", EVERYBODY, NEVER),
    Row("answer:tablet-begin", "place slug=open", NEVER, EVERYBODY),
    Row("answer:tablet-next", "place slug=open", NEVER, EVERYBODY),
    Row("answer:tablet-end", "place slug=open", NEVER, EVERYBODY),
    Row("answer:room", "place slug=open", LEAD, NEVER),
    Row("answer:table", "place slug=open", LEAD, LEAD),
    Row("answer:dots", "place slug=open", LEAD, LEAD),
    Row("answer:dot-sheet", "place slug=open", LEAD, NEVER),
    Row("answer:tablet-start", "place slug=open", LEAD, LEAD),
    Row("answer:tablet-close", "place slug=open number=tablet", NEVER, LEAD),
    Row("answer:assist", "place slug=open", LEAD, LEAD),
    Row("answer:assist-end", "place slug=open", NEVER, LEAD),
    Row("answer:paper", "place slug=open", LEAD, LEAD),
)  # fmt: skip

ACCOUNTS = (
    Row("account_login", "", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("account_logout", "", EVERYBODY, EVERYBODY, seen_by="Ann"),
    Row("account_signup", "", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("account_inactive", "", EVERYBODY, NEVER),
    Row("account_reauthenticate", "", SIGNED_IN, SIGNED_IN),
    Row("account_email", "", SIGNED_IN, SIGNED_IN),
    Row("account_email_verification_sent", "", SIGNED_IN, SIGNED_IN),
    Row("account_change_password", "", SIGNED_IN, SIGNED_IN),
    Row("account_set_password", "", SIGNED_IN, SIGNED_IN),
    Row("account_reset_password", "", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("account_reset_password_done", "", EVERYBODY, NEVER),
    Row("account_reset_password_from_key", "uidb36=1 key=nothing", EVERYBODY, EVERYBODY,
        seen_by="Nobody"),
    Row("account_reset_password_from_key_done", "", EVERYBODY, NEVER),
    Row("account_request_login_code", "", EVERYBODY, EVERYBODY, seen_by="Nobody"),
    Row("account_confirm_login_code", "", SIGNED_IN, SIGNED_IN),
    Row("mfa_index", "", SIGNED_IN, ONLY_READ),
    Row("mfa_authenticate", "", SIGNED_IN, SIGNED_IN),
    Row("mfa_reauthenticate", "", SIGNED_IN, SIGNED_IN),
    Row("mfa_activate_totp", "", SIGNED_IN, SIGNED_IN),
    Row("mfa_deactivate_totp", "", NONE_YET, NONE_YET),
    Row("mfa_view_recovery_codes", "", NONE_YET, ONLY_READ),
    Row("mfa_generate_recovery_codes", "", SIGNED_IN, SIGNED_IN),
    Row("mfa_download_recovery_codes", "", NONE_YET, NONE_YET),
    Row("mfa_list_webauthn", "", SIGNED_IN, ONLY_READ),
    Row("mfa_add_webauthn", "", SIGNED_IN, SIGNED_IN),
    Row("mfa_reauthenticate_webauthn", "", SIGNED_IN, SIGNED_IN),
    Row("mfa_remove_webauthn", "pk=999", SIGNED_IN, SIGNED_IN),
    Row("mfa_edit_webauthn", "pk=999", SIGNED_IN, SIGNED_IN),
    Row("mfa_login_webauthn", "", SIGNED_IN, SIGNED_IN),
    Row("socialaccount_login_cancelled", "", EVERYBODY, NEVER),
    Row("socialaccount_login_error", "", EVERYBODY, NEVER),
    Row("socialaccount_signup", "", SENT_BACK, SENT_BACK),
    Row("socialaccount_connections", "", SIGNED_IN, SIGNED_IN),
    Row("social/login/cancelled/", "", EVERYBODY, EVERYBODY,
        path="/accounts/social/login/cancelled/"),
    Row("social/login/error/", "", EVERYBODY, EVERYBODY, path="/accounts/social/login/error/"),
    Row("social/signup/", "", EVERYBODY, EVERYBODY, path="/accounts/social/signup/"),
    Row("social/connections/", "", EVERYBODY, EVERYBODY, path="/accounts/social/connections/"),
    Row("usersessions_list", "", SIGNED_IN, SIGNED_IN),
)  # fmt: skip

LEARNING = (
    Row("network:home", "", NETWORK, NEVER),
    Row("network:topics", "", NETWORK, NEVER),
    Row("network:new", "kind=question", NETWORK, NETWORK),
    Row("network:topic", "topic", READS_IT, READS_IT, seen_by="Ann"),
    Row("network:topic", "topic=public_topic", EVERYBODY, ANSWERS, seen_by="Nobody"),
    Row("network:settle", "topic", NEVER, ASKED_IT),
    Row("network:accept", "topic comment=answer", NEVER, ASKED_IT),
    Row("network:report", "topic comment=answer", NETWORK, NETWORK),
    Row("network:people", "", NETWORK, NEVER),
    Row("network:profile", "handle=in_directory", NETWORK, NEVER),
    Row("network:block", "handle=in_directory", NEVER, NETWORK),
    Row("network:mine", "", NETWORK, NETWORK, seen_by="Bo"),
    Row("network:withdraw", "", NEVER, NETWORK),
    Row("network:circles", "", NETWORK, NETWORK),
    Row("network:circle", "circle", NETWORK, NEVER),
    Row("network:circle", "circle=space", OWN_SPACE, NEVER),
    Row("network:join", "circle", NEVER, NETWORK),
    Row("network:begin-space", "partnership=place", NEVER, OWN_SPACE),
    Row("network:connections", "", NETWORK, NEVER),
    Row("network:reports", "", NETCARE, NEVER, seen_by="Fay"),
    Row("network:settle-report", "comment=answer", NEVER, LOOKED_AT),
)

TABLE = (
    *OF_NO_PLACE,
    *FRONT,
    *WORKSPACE,
    *RATING,
    *PRIORITIES,
    *ROOMS,
    *MAPS,
    *LEARNING,
    *ANSWERING,
    *ACCOUNTS,
)
