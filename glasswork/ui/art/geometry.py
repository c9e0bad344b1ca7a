"""Cuts the window into panes once and writes ``ui/window.toml``. Needs shapely; nothing needs it at run time.

    python -m glasswork.ui.art.geometry

A round-topped window, 320 by 400 units: a sunrise, hills and a river. Every pane belongs to one part of the picture.
The seed is fixed, so that a window keeps its panes from release to release.
"""

import math
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from shapely.geometry import LineString, Point, Polygon  # type: ignore[import-untyped]
from shapely.ops import polygonize, unary_union  # type: ignore[import-untyped]

from glasswork.ui.art.colours import colour_at

type XY = tuple[float, float]

SEED = 7
SUN = (190.0, 214.0)
TARGET = Path(__file__).resolve().parent.parent / "window.toml"


class Cut(NamedTuple):
    part: str
    shape: Any


def main() -> None:
    window = arch()
    cuts = cut_window(window, random.Random(SEED))  # noqa: S311 - a picture, not a secret
    TARGET.write_text(as_toml(window, cuts), encoding="utf-8")


def as_toml(window: Any, cuts: list[Cut]) -> str:
    """One pane a line, in the order in which it fills: colour, centre and outline."""
    dice = random.Random(SEED + 1)  # noqa: S311
    coloured = [(cut, colour_at(cut.part, cut.shape.centroid, SUN, dice)) for cut in cuts]
    lines = [
        "# Written by ui/art/geometry.py. One pane a line, in the order in which it fills.",
        f'frame = "{outline(window)}"',
        f'rim = "{outline(window.buffer(3.6))}"',
    ]
    for part in ("sky", "sun", "hills", "river"):
        panes = sorted((one for one in coloured if one[0].part == part), key=lambda one: turn(one[0]))
        rows = [
            f'  ["{colour}", {cut.shape.centroid.x:.1f}, {cut.shape.centroid.y:.1f}, "{outline(cut.shape)}"],'
            for cut, colour in panes
        ]
        lines += [f"{part} = [", *rows, "]"]
    return "\n".join(lines) + "\n"


def turn(cut: Cut) -> float:
    """When a pane's turn comes: the sky from the sun outwards, the river and the hills towards the viewer."""
    centre = cut.shape.centroid
    away = math.hypot(centre.x - SUN[0], centre.y - SUN[1])
    match cut.part:
        case "sky":
            drift = away - 34
            ring = math.hypot((centre.x - (SUN[0] - 0.06 * drift)) / 1.05, (centre.y - (SUN[1] - 0.1 * drift)) / 0.98)
            return round(ring / 14) * 14 + 6 * math.sin(centre.x * 0.09) - float(centre.x) * 0.02
        case "river":
            return float(centre.y)
        case "hills" if centre.y < 262:
            return abs(float(centre.x) - 184) * 0.42
        case "hills":
            return 40 + math.hypot((centre.x - 184) * 0.62, centre.y - 262)
        case _:
            return math.atan2(centre.y - SUN[1], centre.x - SUN[0]) if away > 10 else -9


def outline(shape: Any) -> str:
    points = list(shape.simplify(0.22).exterior.coords)[:-1]
    return "M" + "L".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in points) + "Z"


def arch() -> Any:
    bow = [math.pi - math.pi * i / 90 for i in range(91)]
    top = [(160 + 152 * math.cos(a), 160 - 152 * math.sin(a)) for a in bow]
    return Polygon([(8, 392), (8, 160), *top, (312, 392)])


def cut_window(window: Any, dice: random.Random) -> list[Cut]:
    back = curve([(-6, 258), (46, 240), (96, 236), (150, 252), (206, 262), (258, 246), (326, 228)])
    middle = curve([(-6, 286), (54, 268), (112, 262), (168, 268), (206, 270), (262, 264), (326, 250)])
    hills = Polygon([*back, (326, 410), (-6, 410)])
    land = Polygon([*middle, (326, 410), (-6, 410)])
    river = river_shape().intersection(land)
    sun = Point(*SUN).buffer(34, 48)
    return [
        *cut(window.difference(hills).difference(sun), sky_lines(dice), "sky", least=60),
        *cut(sun.intersection(window).difference(hills), sun_lines(), "sun", least=40),
        *cut(hills.difference(land).intersection(window), far_lines(dice), "hills", least=60),
        *cut(land.intersection(window).difference(river), near_lines(), "hills", least=110),
        *cut(river.intersection(window), river_lines(), "river", least=34),
    ]


def cut(region: Any, lines: Iterable[list[XY]], part: str, *, least: float) -> list[Cut]:
    """Cuts a region along lines; pieces under ``least`` square units join the neighbour with the longest edge."""
    mesh = unary_union([region.boundary, *(LineString(line) for line in lines)])
    pieces = [piece for piece in polygonize(mesh) if region.contains(piece.representative_point())]
    while _join_smallest(pieces, least):
        pass
    return [Cut(part, piece) for piece in pieces]


def _join_smallest(pieces: list[Any], least: float) -> bool:
    for sliver in sorted(pieces, key=lambda piece: piece.area):
        if sliver.area >= least:
            return False
        shared: Callable[[Any], float] = lambda other: other.boundary.intersection(sliver.boundary).length  # noqa: E731, B023
        neighbour = max((piece for piece in pieces if piece is not sliver), key=shared, default=None)
        if neighbour is None:
            return False
        joined = neighbour.union(sliver)
        if joined.geom_type == "Polygon":
            pieces.remove(sliver)
            pieces.remove(neighbour)
            pieces.append(joined)
            return True
    return False


def sky_lines(dice: random.Random) -> list[list[XY]]:
    """Curved rays, and rings that drift upwards and flatten as they grow."""
    lines = [
        [_ring_point(r + 2.2 * math.sin(3 * 2 * math.pi * i / 180 + r), 2 * math.pi * i / 180) for i in range(180)]
        for r in (60, 94, 136, 186, 244, 330)
    ]
    for line in lines:
        line.append(line[0])
    lines.append(ring(SUN, 34, 160))
    rays = 15
    angles = [2 * math.pi * (k + 0.2 + dice.uniform(-0.13, 0.13)) / rays for k in range(rays)]
    for n, angle in enumerate(angles):
        following = angles[(n + 1) % rays] + (2 * math.pi if n == rays - 1 else 0)
        between = (angle + following) / 2 + dice.uniform(-0.04, 0.04)
        lines.append(_ray(angle, 33))
        lines.append(_ray(between, 94 if n % 3 == 0 else 136))
        if n % 2:
            lines.append(_ray(angle * 0.72 + between * 0.28, 186))
    return lines


def _ray(angle: float, start: int) -> list[XY]:
    return [_ring_point(r, angle + 0.0013 * (r - 34)) for r in range(start, 330, 6)]


def _ring_point(r: float, angle: float) -> XY:
    drift = r - 34
    x = SUN[0] + r * 1.05 * math.cos(angle) - drift * 0.06
    return x, SUN[1] - drift * 0.10 + r * 0.98 * math.sin(angle)


def sun_lines() -> list[list[XY]]:
    lines = [ring(SUN, 15, 80)]
    for k in range(8):
        angle = 2 * math.pi * (k + 0.3) / 8
        bent = [(r, angle + 0.012 * (r - 15)) for r in range(15, 38, 2)]
        lines.append([(SUN[0] + r * math.cos(a), SUN[1] + r * math.sin(a)) for r, a in bent])
    return lines


def far_lines(dice: random.Random) -> list[list[XY]]:
    lines = []
    for place in (22, 58, 92, 124, 152, 222, 250, 282, 306):
        x = place + dice.uniform(-5, 5)
        lines.append(curve([(x + (x - 186) * -0.10, 216), (x, 250), (x + (x - 186) * 0.16, 290)]))
    return lines


def near_lines() -> list[list[XY]]:
    """Furrows that run out from the river's source, and the rows that cross them."""
    left = ((-14, 276), (-14, 296), (-14, 330), (-14, 372), (34, 412), (96, 412))
    right = ((334, 266), (334, 292), (334, 326), (334, 366), (312, 412), (262, 412))
    rows: tuple[list[XY], ...] = (
        [(-6, 318), (52, 292), (112, 284), (150, 290), (200, 290), (256, 284), (326, 276)],
        [(-6, 352), (50, 328), (110, 322), (168, 330), (222, 326), (280, 316), (326, 306)],
        [(-6, 392), (56, 366), (110, 360), (220, 366), (276, 352), (326, 344)],
        [(30, 404), (90, 390), (210, 396), (270, 384), (326, 378)],
    )
    furrows = [_furrow(176, end) for end in left] + [_furrow(190, end) for end in right]
    return furrows + [curve(row) for row in rows]


def _furrow(source: int, end: XY) -> list[XY]:
    across, down = end[0] - source, end[1] - 262
    near, far = (source + across * 0.34, 262 + down * 0.20), (source + across * 0.7, 262 + down * 0.62)
    return curve([(source, 262), near, far, end])


def river_shape() -> Any:
    """An S that widens towards the viewer."""
    left = curve([(181, 262), (158, 278), (150, 296), (168, 316), (160, 340), (118, 366), (84, 402)])
    right = curve([(193, 262), (178, 280), (180, 294), (212, 314), (222, 342), (206, 370), (214, 402)])
    return Polygon([*left, *reversed(right)]).buffer(0)


def river_lines() -> list[list[XY]]:
    bends = ((276, 2), (289, -4), (303, 5), (319, -5), (336, 6), (354, -7), (374, 8))
    lines = [curve([(60, y + b), (140, y - b * 0.5), (190, y + b * 0.5), (260, y - b)]) for y, b in bends]
    return [*lines, curve([(196, 318), (186, 336), (186, 352), (160, 374), (146, 404)])]


def ring(centre: XY, radius: float, points: int) -> list[XY]:
    angles = [2 * math.pi * i / points for i in (*range(points), 0)]
    return [(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles]


def curve(points: list[XY], steps: int = 14) -> list[XY]:
    """A Catmull-Rom spline through the points."""
    ends = [points[0], *points, points[-1]]
    drawn = [
        (_blend([p[0] for p in ends[i - 1 : i + 3]], k / steps), _blend([p[1] for p in ends[i - 1 : i + 3]], k / steps))
        for i in range(1, len(ends) - 2)
        for k in range(steps)
    ]
    return [*drawn, points[-1]]


def _blend(four: list[float], t: float) -> float:
    a, b, c, d = four
    square, cube = (2 * a - 5 * b + 4 * c - d) * t * t, (3 * b - a - 3 * c + d) * t**3
    return 0.5 * (2 * b + (c - a) * t + square + cube)


if __name__ == "__main__":
    main()
