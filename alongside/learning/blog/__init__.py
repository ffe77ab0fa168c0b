"""The blog: posts and prose pages of nations and partnerships, read by everybody.

Wagtail holds the posts: drafts, preview, review, times to publish, pictures (decision 0032). What
it doesn't know of, it isn't asked: whose a post is (`Space`), who may write (`editing`), topics,
series and authors, and every page that readers see are ours.
"""
