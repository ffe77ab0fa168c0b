"""The design system: base pages, components, forms, styles and fonts.

It knows no domain. Every page of Alongside extends `ui/base.html` and is put together from
components (`{% ui "button" text=... %}`), which are listed with examples in the gallery. The look
comes from GOV.UK Frontend's structure and behaviour with our own type, colours and star.
"""
