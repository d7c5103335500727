"""Cuts Be Vietnam Pro to what the product shows, and gives it tabular figures, which the original lacks.

    npm i @expo-google-fonts/be-vietnam-pro && pip install fonttools brotli
    python scripts/cut-fonts.py node_modules/@expo-google-fonts/be-vietnam-pro public/assets/fonts

Kept: ASCII, Vietnamese, combining marks (decomposed quotes; ŏ, ŭ, ĕ, ĭ of the Central Highlands' languages are shaped
from them), the punctuation of the pages, hinting for office screens. One file a weight, so that "Tụ" stays kerned.
"""
import sys
from copy import deepcopy
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = {400: "400Regular/BeVietnamPro_400Regular.ttf", 600: "600SemiBold/BeVietnamPro_600SemiBold.ttf"}
LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯČÑ"
SIGNS = "\u00a0§«»°²·×–—‘’“”•…‹›₫−≤≥"
MARKS = [0x0300, 0x0301, 0x0302, 0x0303, 0x0306, 0x0309, 0x031B, 0x0323]
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TABULAR_WIDTH = 650


def kept():
    text = LETTERS + LETTERS.lower() + SIGNS + "".join(map(chr, range(0x1EA0, 0x1EFA)))
    return {*map(ord, text), *MARKS, *range(0x20, 0x7F)}


def add_tabular_figures(font):
    """A wide figure is drawn narrower, a narrow one centred, until all ten are TABULAR_WIDTH wide."""
    glyphs, metrics = font["glyf"], font["hmtx"]
    order = font.getGlyphOrder()
    for name in DIGITS:
        width, _ = metrics[name]
        glyph = deepcopy(glyphs[name])
        scale = min(1, TABULAR_WIDTH / width)
        shift = round((TABULAR_WIDTH - width * scale) / 2)
        for i, (x, y) in enumerate(glyph.coordinates):
            glyph.coordinates[i] = (round(x * scale) + shift, y)
        glyph.recalcBounds(glyphs)
        order.append(f"{name}.tnum")
        glyphs.glyphs[f"{name}.tnum"] = glyph
        metrics[f"{name}.tnum"] = (TABULAR_WIDTH, glyph.xMin)
    font.setGlyphOrder(order)
    glyphs.glyphOrder = order
    rules = "".join(f"sub {name} by {name}.tnum;" for name in DIGITS)
    addOpenTypeFeaturesFromString(font, f"feature tnum {{ {rules} }} tnum;", tables=["GSUB"])


def cut(source, target):
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=["kern", "mark", "mkmk"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=kept())
    subsetter.subset(font)
    add_tabular_figures(font)
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    for weight, path in WEIGHTS.items():
        out = Path(sys.argv[2]) / f"be-vietnam-pro-{weight}.woff2"
        cut(Path(sys.argv[1]) / path, out)
        print(out, out.stat().st_size)
