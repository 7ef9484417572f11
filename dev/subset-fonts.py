#!/usr/bin/env python3
"""Makes the fonts in vcm-agents/assets/fonts from upstream releases.

Cards must look the same on every machine, headless hosts included, so their fonts ship in the crate. Whole families would
be some 60 MB; this keeps what social copy uses. Needs: fonttools, brotli; the Debian packages fonts-inter, fonts-noto-core
and fonts-noto-cjk; and the COLRv1 file of the npm package @fontsource/noto-color-emoji.

    dev/subset-fonts.py --debian /usr/share/fonts --emoji noto-color-emoji-emoji-400-normal.woff2
"""
import argparse
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

OUTPUT = pathlib.Path(__file__).resolve().parent.parent / "vcm-agents/assets/fonts"

LATIN_CYRILLIC_GREEK = [
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2B0, 0x300), *range(0x300, 0x370), *range(0x370, 0x400),
    *range(0x400, 0x530), *range(0x1E00, 0x2000), *range(0x2000, 0x2070), *range(0x2070, 0x20D0), *range(0x2100, 0x2200),
    *range(0x2200, 0x2300), 0x2318, 0x25A0, 0x25A1, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25CB, 0x25CF, 0x2605, 0x2606,
    0x2713, 0x2717, 0xFFFD,
]
# Script -> whether both weights ship. The four most used after Latin do; others are set in one weight to keep the crate small.
NOTO = {
    "Arabic": True, "Hebrew": True, "Devanagari": True, "Thai": True,
    "Armenian": False, "Georgian": False, "Bengali": False, "Tamil": False, "Telugu": False,
    "Gujarati": False, "Gurmukhi": False, "Kannada": False, "Malayalam": False,
}
EMOJI = [
    0x20, 0xFE0F, 0x20E3, *range(0x30, 0x3A), 0x23, 0x2A, 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139,
    *range(0x2194, 0x21AB), *range(0x231A, 0x231C), *range(0x23E9, 0x23FB), *range(0x25AA, 0x2600), *range(0x2600, 0x27C0),
    *range(0x2934, 0x2936), *range(0x2B05, 0x2B56), *range(0x1F300, 0x1F3FB), *range(0x1F400, 0x1F650),
    *range(0x1F680, 0x1F700), *range(0x1F7E0, 0x1F7F1), *range(0x1F900, 0x1FA00), *range(0x1FA70, 0x1FB00),
]


def common_cjk():
    """Kana, Korean KS X 1001, and the first levels of JIS X 0208, GB 2312 and Big5: what everyday text is written in."""
    found = [*range(0x3000, 0x3100), *range(0x3105, 0x3130), *range(0x31F0, 0x3200), *range(0xFF00, 0xFFF0), *range(0x3200, 0x3300)]
    for codec, leads, trails in (
        ("euc_jp", range(0xA1, 0xD0), range(0xA1, 0xFF)),
        ("gb2312", range(0xA1, 0xD8), range(0xA1, 0xFF)),
        ("euc_kr", range(0xA1, 0xC9), range(0xA1, 0xFF)),
        ("big5", range(0xA4, 0xC7), range(0x40, 0xFF)),
    ):
        for lead in leads:
            for trail in trails:
                try:
                    found += [ord(char) for char in bytes([lead, trail]).decode(codec)]
                except UnicodeDecodeError:
                    continue
    return [char for char in found if char >= 0x2E80]


def make(source, name, unicodes, number=-1, features=("*",)):
    options = subset.Options()
    options.layout_features = list(features)
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG", "FFTM", "BASE", "VORG", "vhea", "vmtx", "SVG "]
    options.font_number = number
    font = TTFont(source, fontNumber=number) if number >= 0 else TTFont(source)
    font.flavor = None
    for table in ("SVG ", "vhea", "vmtx"):
        if table in font:
            del font[table]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    target = OUTPUT / name
    font.save(target)
    print(f"{target.stat().st_size / 1024:8.0f} KiB  {name}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--debian", type=pathlib.Path, default=pathlib.Path("/usr/share/fonts"))
    arguments.add_argument("--emoji", type=pathlib.Path, required=True)
    given = arguments.parse_args()
    latin = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum"]
    for weight in ("Regular", "SemiBold", "ExtraBold"):
        make(given.debian / f"opentype/inter/Inter-{weight}.otf", f"Inter-{weight}.otf", LATIN_CYRILLIC_GREEK, features=latin)
    for script, both in NOTO.items():
        for weight in ("Regular", "Bold") if both else ("Bold",):
            source = given.debian / f"truetype/noto/NotoSans{script}-{weight}.ttf"
            every = [char for char in TTFont(source).getBestCmap() if char > 0x7F or char == 0x20]
            make(source, source.name, every)
    make(given.debian / "opentype/noto/NotoSansCJK-Bold.ttc", "NotoSansCJKjp-Bold.otf", common_cjk(), 0, ["kern", "ccmp", "locl"])
    make(given.emoji, "NotoColorEmoji.ttf", EMOJI)


if __name__ == "__main__":
    main()
