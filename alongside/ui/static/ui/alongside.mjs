// What scripts add to pages that work without them.

document.body.classList.add("js-enabled", "govuk-frontend-supported");

// GOV.UK's own behaviour, fetched only where a page uses it.
if (document.querySelector('[data-module^="govuk-"]')) {
  const { createAll, ...components } = await import("../vendor/govuk.mjs");
  for (const component of Object.values(components)) createAll(component);
}

// A second press while the first is on its way is ignored, and only then: the button stays enabled,
// so its name and value are sent; after eight seconds, or back on the page, it works again.
const WAIT = 8000;
document.addEventListener("submit", (event) => {
  if (!event.submitter?.hasAttribute("data-once") || event.defaultPrevented) return;
  const form = event.target;
  const last = Number(form.dataset.sentAt || 0);
  if (Date.now() - last < WAIT) event.preventDefault();
  else form.dataset.sentAt = String(Date.now());
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent-at]")) delete form.dataset.sentAt;
});

// Leaving in a hurry also replaces this page in the browser's history.
for (const link of document.querySelectorAll("[data-quick-exit]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(link.href);
  });
}

// The phone menu closes with Escape.
for (const menu of document.querySelectorAll("details.al-menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
