"""The look: base page, elements, styles, scripts, service worker and manifest."""
