"""Numbers and words as people type them: a table with what they mean, and draws without end."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

__all__ = ["NO_NUMBERS", "NUMBERS", "drawn", "numbers", "texts"]

# (typed, unit) -> what it means
NUMBERS = {
    ("36", "%"): 36,
    (" 36 % ", "%"): 36,
    ("36%", "%"): 36,
    ("36%", "offices"): 36,
    ("14 offices", "offices"): 14,
    ("14 Offices", "offices"): 14,
    ("18.75 of a post worth 100", "of a post worth 100"): 18.75,
    ("۳۶", "%"): 36,
    ("٣٦", "%"): 36,
    ("۳۶٪", "%"): 36,
    ("\u200f۳۶٪", "%"): 36,
    ("\u061c۳۶ ٪", "%"): 36,
    ("۰٫۵۸", "nurses"): 0.58,
    ("٠٫٥٨ nurses", "nurses"): 0.58,
    ("۱٬۲۰۰", ""): 1200,
    ("۱۲،۳۴،۵۶۷", ""): 1234567,
    ("३६", "%"): 36,
    ("３６％", "%"): 36,
    ("１，２００．５", ""): 1200.5,
    ("1,200", ""): 1200,
    ("1,200.5", ""): 1200.5,
    ("1,200,000", ""): 1200000,
    ("12,34,567", ""): 1234567,
    ("1,00,000", ""): 100000,
    ("1 200", ""): 1200,
    ("1\u00a0200", ""): 1200,
    ("1\u2009200\u2009000", ""): 1200000,
    ("1\u202f200,5", ""): 1200.5,
    ("1'200", ""): 1200,
    ("1’200.25", ""): 1200.25,
    ("0,36", "%"): 0.36,
    ("0,123", ""): 0.123,
    ("1,5", ""): 1.5,
    ("1,50", ""): 1.5,
    ("1234,567", ""): 1234.567,
    ("1,2345", ""): 1.2345,
    ("1.200", ""): 1.2,
    (",5", ""): 0.5,
    (".5", ""): 0.5,
    ("5.", ""): 5,
    ("+3", ""): 3,
    ("-2.5", "%"): -2.5,
    ("−2.5", ""): -2.5,
    ("–2,5", ""): -2.5,
    ("- 2", ""): -2,
    ("－１", ""): -1,
    ("\ufeff7\u2028", ""): 7,
}
NO_NUMBERS = [
    "", " ", "abc", "3 4x", "<b>1</b>", "1e3", "--2", "+", "-", ".", ",", "%", "1,2,3", "1,200,5",
    "1,20,00", "0,200,000",
    "12 5", "1 2 3", "1.2.3", "1.200,5", "1,200'000", "1,,200", ",200,000", "1'20", "½", "٣²", "Ⅷ",
    "٤x", "NaN", "Infinity",
    "inf", "0x10", "1_000", "5%%", "9" * 400,
]  # fmt: skip

numbers = st.one_of(
    st.text(alphabet="01289.,' %-+", max_size=10),
    st.text(
        alphabet="0123456789۰۱۲۳٠٩０９.,'٫٬،’% "
        "٪-−–+\u00a0\u2009\u202f\u200f\u200e\u061c\ufeff\u0085eE_xkm²",
        max_size=9,
    ),
    st.text(max_size=6),
    st.tuples(
        st.sampled_from(["", "-", "−", "+"]),
        st.integers(0, 10**9),
        st.sampled_from(["{:,}", "{:d}"]),
        st.sampled_from(["", ".5", "٫25", ",5", "%", " km"]),
    ).map(lambda drawn: drawn[0] + drawn[2].format(drawn[1]) + drawn[3]),
)
blanks = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f "
    "\x85\xa0\u1680\u180e\u2000\u200a\u200b\u200c\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
texts = st.text(
    alphabet=st.one_of(st.sampled_from(blanks + "abیہ"), st.characters(codec="utf-8")), max_size=12
)


def drawn(strategy, count):
    """`count` draws of a strategy, the same at each run."""
    found = []

    @settings(
        max_examples=count, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy)
    def keep(value):
        found.append(value)

    keep()
    return found
