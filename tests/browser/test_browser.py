from __future__ import annotations

from playwright.sync_api import Browser


def test_the_browser_shows_a_page_and_runs_its_script(browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_content("<p id='there'></p><script>there.textContent = 'ærø'.length</script>")
    assert page.inner_text("#there") == "3"
    context.close()
