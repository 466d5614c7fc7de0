"""What hands, keys and eyes find on the page's map, drawn from files made here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import combinations
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.map_stage import (
    make_cross,
    make_crowd,
    make_file,
    make_isolates,
    make_star,
    stage,
)

Open = Callable[..., Page]
MAP = "document.querySelector('[data-role=map]').map"


@pytest.fixture
def open_map(browser: Browser) -> Iterator[Open]:
    """Opens the map of a file; what a page complains of fails the test."""
    wrong: list[str] = []
    with ExitStack() as stack:

        def opened(file: dict[str, Any], **context: Any) -> Page:
            address = stack.enter_context(stage(file))
            visit = browser.new_context(viewport={"width": 1280, "height": 900}, **context)
            stack.callback(visit.close)
            page = visit.new_page()
            page.emulate_media(reduced_motion="reduce")
            page.on("console", lambda said: wrong.append(said.text))
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.goto(address)
            page.wait_for_selector("[data-role=map][data-state=ready]")
            return page

        yield opened
        assert wrong == []


def until(page: Page, what: str) -> None:
    """Wait for something to be true: the policy lets no page evaluate it again and again."""
    for _ in range(200):
        if page.evaluate(what):
            return
        page.wait_for_timeout(25)
    raise AssertionError(what)


def rest(page: Page) -> None:
    until(page, f"{MAP}.resting")


def selected(page: Page) -> list[str]:
    return page.evaluate(f"{MAP}.selectedIds")


def spot(page: Page, organisation: str) -> tuple[float, float]:
    found = page.evaluate(f"{MAP}.where('{organisation}')")
    return found["x"], found["y"]


def click(page: Page, organisation: str, *modifiers: Any) -> None:
    for key in modifiers:
        page.keyboard.down(key)
    page.mouse.click(*spot(page, organisation))
    for key in modifiers:
        page.keyboard.up(key)


def focus(page: Page) -> None:
    page.locator("[data-map=canvas]").focus()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_clicks_choose_and_shift_or_control_add(open_map: Open) -> None:
    page = open_map(make_cross())
    click(page, "n0")
    assert selected(page) == ["n0"]
    click(page, "n2", "Control")
    click(page, "n1", "Shift")
    assert selected(page) == ["n0", "n1", "n2"]
    assert page.locator("[data-map=panel]").inner_text() == "3 organisations"
    click(page, "n1", "Control")
    assert selected(page) == ["n0", "n2"]
    x, y = spot(page, "n0")
    page.mouse.click(x + 60, y + 60)
    assert selected(page) == []


def test_the_pointer_tells_of_a_node_and_its_ties_stand_out(open_map: Open) -> None:
    page = open_map(make_cross())
    page.mouse.move(*spot(page, "n0"))
    tip = page.locator(".map__tip")
    tip.wait_for()
    assert tip.inner_text().split("\n") == ["Forening 0", "Association · Valby", "4 ties"]
    page.mouse.move(5, 5)
    tip.wait_for(state="hidden")


def drag(page: Page, corners: list[tuple[float, float]]) -> None:
    page.mouse.move(*corners[0])
    page.mouse.down()
    for corner in corners[1:]:
        page.mouse.move(*corner, steps=4)
    page.mouse.up()


def around(page: Page, organisation: str) -> list[tuple[float, float]]:
    x, y = spot(page, organisation)
    return [(x - 45, y - 45), (x + 45, y - 45), (x + 45, y + 45), (x - 45, y + 45)]


def test_a_lasso_chooses_who_is_inside(open_map: Open) -> None:
    page = open_map(make_cross())
    page.get_by_role("button", name="Draw around").click()
    drag(page, around(page, "n1"))
    assert selected(page) == ["n1"]
    page.keyboard.down("Shift")
    drag(page, around(page, "n3"))
    page.keyboard.up("Shift")
    assert selected(page) == ["n1", "n3"]


def test_shift_and_a_drag_is_a_lasso_and_a_drag_alone_moves_the_map(open_map: Open) -> None:
    page = open_map(make_cross())
    page.keyboard.down("Shift")
    drag(page, around(page, "n2"))
    page.keyboard.up("Shift")
    assert selected(page) == ["n2"]
    x, y = spot(page, "n2")
    drag(page, [(x + 60, y - 50), (x + 160, y - 20)])
    assert spot(page, "n2") == pytest.approx((x + 100, y + 30), abs=1)
    assert selected(page) == ["n2"]


def test_arrow_keys_walk_to_tied_neighbours_and_to_the_nearest_else(open_map: Open) -> None:
    file = make_file([(0, 0), (300, 0), (100, 10), (0, 200)], [(0, 1)])
    page = open_map(file)
    click(page, "n0")
    press(page, "ArrowRight")
    assert selected(page) == ["n1"], "tied comes before near"
    press(page, "ArrowLeft", "ArrowDown")
    assert selected(page) == ["n3"], "nobody tied is below"
    press(page, "ArrowDown")
    assert selected(page) == ["n3"], "and nobody at all is below that"


def test_keys_open_clear_zoom_and_lead_on(open_map: Open) -> None:
    page = open_map(make_cross())
    focus(page)
    press(page, "ArrowUp")
    assert selected(page) == ["n0"], "the first step leads to the middle"
    assert "Forening 0" in page.locator("[data-map=panel][aria-live=polite]").inner_text()
    press(page, "Enter")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == "/organisations/n0"
    focus(page)
    press(page, "Escape")
    assert selected(page) == []
    before = page.evaluate(f"{MAP}.window.scale")
    press(page, "+")
    assert page.evaluate(f"{MAP}.window.scale") > before
    press(page, "-", "-")
    assert page.evaluate(f"{MAP}.window.scale") < before
    press(page, "0")
    assert page.evaluate(f"{MAP}.window.scale") == pytest.approx(before)
    press(page, "Tab")
    assert page.evaluate("document.activeElement.dataset.map") == "zoom-in"


def test_hiding_is_said_and_taken_back(open_map: Open) -> None:
    page = open_map(make_cross())
    click(page, "n1")
    page.get_by_role("button", name="Hide those chosen").click()
    page.wait_for_selector("[data-role=map][data-shown='4']")
    assert page.locator("[data-map=said]").inner_text() == "1 organisation is hidden"
    click(page, "n1")
    assert selected(page) == [], "what is hidden is not picked"
    focus(page)
    press(page, "Control+z")
    page.wait_for_selector("[data-role=map][data-shown='5']")
    assert selected(page) == ["n1"], "as it was before"
    press(page, "Control+Shift+Z")
    page.wait_for_selector("[data-role=map][data-shown='4']")
    page.get_by_role("button", name="Show those hidden again").click()
    page.wait_for_selector("[data-role=map][data-shown='5']")


def test_expanding_shows_the_hidden_neighbours_of_those_chosen(open_map: Open) -> None:
    page = open_map(make_file([(0, 0), (200, 0), (0, 200), (300, 300)], [(0, 1), (0, 2)]))
    page.evaluate(f"{MAP}.hide(['n1', 'n2', 'n3'])")
    click(page, "n0")
    page.get_by_role("button", name="Show whom those chosen work with").click()
    assert page.evaluate(f"[...{MAP}.hidden]") == ["n3"]


def test_moves_are_steps_too(open_map: Open) -> None:
    page = open_map(make_cross())
    before = page.evaluate(f"{MAP}.window")
    page.get_by_role("button", name="Zoom in").click()
    rest(page)
    assert page.evaluate(f"{MAP}.window.scale") > before["scale"]
    page.get_by_role("button", name="Take back").click()
    rest(page)
    assert page.evaluate(f"{MAP}.window") == before
    page.get_by_role("button", name="Do again").click()
    rest(page)
    assert page.evaluate(f"{MAP}.window.scale") > before["scale"]
    assert not page.evaluate(f"{MAP}.canRedo")


def test_a_double_click_zooms_where_it_is(open_map: Open) -> None:
    page = open_map(make_cross())
    x, y = spot(page, "n1")
    scale = page.evaluate(f"{MAP}.window.scale")
    page.mouse.dblclick(x, y)
    assert page.evaluate(f"{MAP}.window.scale") == pytest.approx(2 * scale)
    assert spot(page, "n1") == pytest.approx((x, y), abs=1)


def test_the_wheel_scrolls_the_page_until_the_map_was_clicked(open_map: Open) -> None:
    page = open_map(make_cross())
    scale = page.evaluate(f"{MAP}.window.scale")
    x, y = spot(page, "n0")
    page.mouse.move(x + 60, y + 60)
    page.mouse.wheel(0, -100)
    page.wait_for_timeout(50)
    assert page.evaluate(f"{MAP}.window.scale") == scale
    page.mouse.click(x + 60, y + 60)
    page.mouse.wheel(0, -100)
    until(page, f"{MAP}.window.scale > {scale}")


def apart(boxes: list[dict[str, float]]) -> bool:
    return not any(
        a["left"] < b["right"]
        and b["left"] < a["right"]
        and a["top"] < b["bottom"]
        and b["top"] < a["bottom"]
        for a, b in combinations(boxes, 2)
    )


@pytest.mark.parametrize("mode", ["some", "all"])
def test_names_never_overlap_at_rest_and_larger_ones_come_first(open_map: Open, mode: str) -> None:
    page = open_map({**make_isolates(300), "labels": mode})
    for _ in range(3):
        rest(page)
        boxes = page.evaluate(f"{MAP}.labelBoxes")
        assert boxes
        assert apart(boxes)
        numbers = [int(box["text"].split()[-1]) for box in boxes]
        assert numbers == sorted(numbers), "larger ones were given room first"
        page.get_by_role("button", name="Zoom in").click()
        page.evaluate(f"{MAP}.focus(0)")
        page.wait_for_timeout(200)


def test_no_names_are_shown_where_none_are_wanted_but_on_what_is_chosen(open_map: Open) -> None:
    page = open_map({**make_cross(), "labels": "none"})
    assert page.evaluate(f"{MAP}.labelBoxes") == []
    click(page, "n3")
    assert [box["text"] for box in page.evaluate(f"{MAP}.labelBoxes")] == ["Forening 3"]


def test_from_afar_groups_are_shown_and_a_click_opens_one(open_map: Open) -> None:
    page = open_map(make_crowd(24, 150))
    groups = page.evaluate(f"{MAP}.foldedGroups")
    assert len(groups) == 24
    texts = [box["text"] for box in page.evaluate(f"{MAP}.labelBoxes")]
    assert texts
    assert all(text.startswith("Kreds ") and text.endswith("(150)") for text in texts)
    assert apart(page.evaluate(f"{MAP}.labelBoxes"))
    box = page.locator("[data-map=canvas]").bounding_box()
    assert box is not None
    middle = next(group for group in groups if group["name"] == "Kreds 8")
    page.mouse.click(box["x"] + middle["x"], box["y"] + middle["y"])
    rest(page)
    assert page.evaluate(f"{MAP}.foldedGroups") == [], "near enough to see everybody"
    named = [box["text"] for box in page.evaluate(f"{MAP}.labelBoxes")]
    assert "Forening 1200" in named, "the largest of the group that was opened"
    page.get_by_role("button", name="Show everything").click()
    rest(page)
    assert len(page.evaluate(f"{MAP}.foldedGroups")) == 24


def colours(page: Page, x: float, y: float) -> list[int]:
    """The colour of the picture at a pixel of the canvas."""
    return page.evaluate(
        "([x, y]) => { const one = new OffscreenCanvas(1, 1).getContext('2d');"
        f"one.drawImage({MAP}.canvas, -x, -y); return [...one.getImageData(0, 0, 1, 1).data]; }}",
        [round(x), round(y)],
    )


HUB = {"id": "h", "title": "Haven", "members": [0, 1, 2], "current": True}


@pytest.mark.parametrize("together", ["hubs", "hulls"])
def test_collaborations_as_hubs_and_hulls_are_told_and_choose_their_members(
    open_map: Open, together: str
) -> None:
    file = make_file(
        [(0, 0), (300, 0), (150, 300), (400, 400)], together=together, hubs=[HUB], labels="none"
    )
    page = open_map(file)
    x, y = page.evaluate(f"{MAP}.toWindow(150, 100)")
    assert page.evaluate(f"{MAP}.partners(0)") == [1, 2], "together is as good as tied"
    box = page.locator("[data-map=canvas]").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + x, box["y"] + y)
    page.locator(".map__tip").wait_for()
    assert page.locator(".map__tip").inner_text().split("\n") == ["Haven", "3 organisations"]
    page.mouse.click(box["x"] + x, box["y"] + y)
    assert selected(page) == ["n0", "n1", "n2"]


def test_hulls_colour_their_ground(open_map: Open) -> None:
    file = make_file([(0, 0), (300, 0), (150, 300)], together="hulls", hubs=[HUB], labels="none")
    page = open_map(file)
    inside = page.evaluate(f"{MAP}.toWindow(150, 100)")
    outside = page.evaluate(f"{MAP}.toWindow(-120, 250)")
    assert colours(page, *inside) != colours(page, *outside)
    assert colours(page, *outside) == [255, 255, 255, 255]


def test_masks_draw_and_pick_only_what_is_seen(open_map: Open) -> None:
    page = open_map(make_cross())
    where = page.evaluate(f"{MAP}.toWindow(200, 0)")
    assert colours(page, *where) != [255, 255, 255, 255]
    page.evaluate(f"{MAP}.masks(new Uint8Array([1, 0, 1, 1, 1]), null)")
    rest(page)
    page.wait_for_timeout(50)
    assert colours(page, *where) == [255, 255, 255, 255]
    click(page, "n1")
    assert selected(page) == []
    page.evaluate(f"{MAP}.masks(null, new Uint8Array([1, 0, 0, 0]))")
    assert page.evaluate(f"{MAP}.partners(0)") == [1]


def test_two_maps_can_share_a_window(open_map: Open) -> None:
    page = open_map(make_cross())
    page.evaluate(f"{MAP}.window = {{x: 10, y: 20, scale: 0.5}}")
    assert page.evaluate(f"{MAP}.window") == {"x": 10, "y": 20, "scale": 0.5}
    told = page.evaluate(
        f"(() => {{ let told = 0; {MAP}.addEventListener('window', () => told += 1);"
        f"{MAP}.window = {{x: 10, y: 20, scale: 0.5}}; return told; }})()"
    )
    assert told == 0, "what is the same is no news, or two maps would never rest"


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        (make_file([]), 0),
        (make_file([(7, 7)]), 1),
        (make_isolates(300), 300),
        (make_star(2000), 2001),
    ],
    ids=["empty", "one", "isolates", "star"],
)
def test_every_network_shows_something_sensible(
    open_map: Open, file: dict[str, Any], shown: int
) -> None:
    page = open_map(file)
    assert page.locator("[data-role=map]").get_attribute("data-shown") == str(shown)
    focus(page)
    press(page, "ArrowRight", "ArrowDown", "+", "0", "Enter", "Escape")
    rest(page)
    assert len(page.evaluate(f"{MAP}.labelBoxes")) >= min(shown, 1)
    window = page.evaluate(f"{MAP}.window")
    assert all(abs(value) < 1e6 for value in window.values())


def test_the_middle_of_a_giant_star_is_quick_to_point_at(open_map: Open) -> None:
    page = open_map(make_star(2000))
    click(page, "n0")
    assert selected(page) == ["n0"]
    assert page.locator("[data-map=partners] li").count() == 100
    assert page.locator("[data-map=partners]").inner_text().endswith("+ 1900")


def test_a_finger_drags_and_taps(open_map: Open) -> None:
    page = open_map(make_cross(), has_touch=True)
    page.touchscreen.tap(*spot(page, "n1"))
    assert selected(page) == ["n1"]


def test_two_fingers_zoom(open_map: Open) -> None:
    page = open_map(make_cross(), has_touch=True)
    x, y = spot(page, "n0")
    scale = page.evaluate(f"{MAP}.window.scale")
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, *apart: float) -> None:
        points = [
            {"x": x + side * each, "y": y, "id": k}
            for each in apart
            for k, side in enumerate((-1, 1))
        ]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 40)
    for apart in (50, 60, 70, 80):
        touch("touchMove", apart)
    touch("touchEnd")
    assert page.evaluate(f"{MAP}.window.scale") == pytest.approx(2 * scale, rel=0.05)
    assert spot(page, "n0") == pytest.approx((x, y), abs=3)


def test_forced_colours_draw_on_the_chosen_paper(open_map: Open) -> None:
    page = open_map(make_cross())
    page.emulate_media(forced_colors="active", color_scheme="dark")
    rest(page)
    page.wait_for_timeout(50)
    assert colours(page, 3, 300)[:3] == [0, 0, 0]


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_sticks_out(open_map: Open, width: int) -> None:
    page = open_map(make_cross())
    page.set_viewport_size({"width": width, "height": 800})
    rest(page)
    click(page, "n0")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []
