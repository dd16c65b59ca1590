"""Units of one dimension in each other: days and weeks, kilograms and tonnes, names of a currency.

A short table, as briefs count in few units; whatever is not in it is compared as words.
"""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tui.brief.quantity_text import is_percent


class Unit(NamedTuple):
    """A unit by how much it is of its dimension's smallest; a month is not always as long."""

    dimension: str
    low: Decimal
    high: Decimal

    @property
    def metric(self) -> bool:
        """Whether it is ten times another, so that nothing is lost in converting."""
        return self.low == self.high and self.low.normalize().as_tuple().digits == (1,)


_TIME = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800,
    "fortnight": 1_209_600, "sec": 1, "min": 60, "hr": 3600, "h": 3600, "wk": 604_800,
}  # fmt: skip
_DAY = 86_400
_UNEVEN = {"month": (28 * _DAY, 31 * _DAY), "year": (364 * _DAY, 366 * _DAY)}
_CALENDAR = {"month": 1, "year": 12, "yr": 12, "decade": 120}
"""Months and years in each other, which is exact; in days they are not."""
_SIZES = {
    "mass": {"gram g": "1", "kilogram kilo kg": "1000", "lb": "453.59237",
             "tonne metric_ton t": "1000000"},
    "length": {
        "millimetre millimeter mm": "0.001", "centimetre centimeter cm": "0.01",
        "metre meter m": "1", "kilometre kilometer km": "1000", "mile mi": "1609.344",
        "foot feet ft": "0.3048", "yard yd": "0.9144", "nautical_mile nm": "1852",
    },
    "area": {
        "square_metre square_meter sq_m m² m2": "1", "hectare ha": "10000", "acre": "4046.8564224",
        "square_kilometre square_kilometer square_km sq_km sq._km km² km2": "1000000",
        "square_mile sq_mi": "2589988.11",
    },
    "volume": {"litre liter l": "1", "cubic_metre cubic_meter m³ m3": "1000",
               "barrel": "158.987295"},
    "power": {"watt w": "1", "kilowatt kw": "1000", "megawatt mw": "1000000",
              "gigawatt gw": "1000000000"},
}  # fmt: skip
_TON = Decimal("907184.74"), Decimal("1016046.9088")
"""A ton is short or long by country, and often a tonne."""
_MONEY = {
    "USD": "$ us$ usd dollar us_dollar u.s._dollar american_dollar", "EUR": "€ eur euro",
    "GBP": "£ gbp pound pound_sterling sterling british_pound",
    "JPY": "jpy yen", "KRW": "₩ krw won",
    "RUB": "₽ rub rouble ruble russian_rouble russian_ruble", "UAH": "₴ uah hryvnia hryvnya",
    "TRY": "₺ try turkish_lira", "CNY": "cny rmb yuan renminbi", "CHF": "sfr chf swiss_franc",
    "INR": "₹ inr indian_rupee", "PKR": "pkr pakistani_rupee", "AFN": "afn afghani",
    "ILS": "₪ ils nis shekel", "NGN": "₦ ngn naira", "KZT": "₸ kzt tenge", "GEL": "₾ gel lari",
    "CAD": "c$ ca$ cad canadian_dollar", "AUD": "a$ au$ aud australian_dollar",
    "KES": "ksh kes kenyan_shilling kenya_shilling", "ETB": "etb birr", "SDG": "sdg sudanese_pound",
    "COP": "cop colombian_peso", "PHP": "php philippine_peso", "IRR": "irr iranian_rial",
    "AMD": "amd dram", "AZN": "azn manat", "SEK": "sek swedish_krona", "NOK": "nok norwegian_krone",
    "PLN": "pln zloty", "LKR": "lkr sri_lankan_rupee", "NPR": "npr nepalese_rupee nepali_rupee",
    "rupee": "rs rupee", "CFA": "cfa fcfa f_cfa cfa_franc franc_cfa", "MXN": "mxn mexican_peso",
    "UGX": "ush ugx ugandan_shilling", "TZS": "tsh tzs tanzanian_shilling",
    "SAR": "sar saudi_riyal", "QAR": "qar qatari_riyal",
}  # fmt: skip
"""Currencies by all their names. A dollar of no country is taken for that of the United States."""
_PERSON = frozenset((
    "people", "person", "death", "fatality", "dead", "killed", "soul", "life", "individual",
))  # fmt: skip
"""Words for people counted, the dead among them."""
HARM = _PERSON | frozenset(("casualty", "victim", "injury", "loss", "wounded", "injured", "hurt"))
"""Units of which none is none: `no casualties` denies twelve dead."""
_ODD = {"people": "person", "children": "child", "men": "man", "women": "woman", "lives": "life"}


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit | None:
    """A unit of the table; None for all others."""
    if is_percent(text):
        return Unit("%", Decimal(1), Decimal(1))
    return _table().get("_".join(singular(word) for word in text.lower().split()))


def in_each_other(one: Unit, other: Unit) -> tuple[Unit, Unit] | None:
    """Two units in what both can be told in; None where they are of two dimensions."""
    if one.dimension == other.dimension:
        return one, other
    for first, second in ((one, other), (other, one)):
        if first.dimension == "calendar" and second.dimension == "time":
            uneven = _in_seconds(first)
            return (uneven, second) if first is one else (second, uneven)
    return None


def in_days(unit: str) -> tuple[Decimal, Decimal] | None:
    """The least and the most days of a unit of time; no unit counts days. None for all others."""
    found = unit_of(unit.strip()) if unit.strip() else unit_of("day")
    if found and found.dimension == "calendar":
        found = _in_seconds(found)
    if found is None or found.dimension != "time":
        return None
    return found.low / _DAY, found.high / _DAY


def is_person(words: tuple[str, ...]) -> bool:
    """Whether a unit, as its words in the singular, counts people."""
    return len(words) == 1 and words[0] in _PERSON


def singular(word: str) -> str:
    """A word without the difference of one and many."""
    if word in _ODD:
        return _ODD[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    many = word.endswith("s") and not word.endswith("ss") and len(word) > 2
    return word[:-1] if many else word


def _in_seconds(unit: Unit) -> Unit:
    """Months as time, between the shortest and the longest they may be."""
    name, count = ("year", unit.low / 12) if unit.low % 12 == 0 else ("month", unit.low)
    low, high = _UNEVEN[name]
    return Unit("time", count * low, count * high)


@lru_cache(maxsize=1)
def _table() -> dict[str, Unit]:
    found = {name: Unit("time", Decimal(n), Decimal(n)) for name, n in _TIME.items()}
    found |= {name: Unit("calendar", Decimal(n), Decimal(n)) for name, n in _CALENDAR.items()}
    for dimension, sizes in _SIZES.items():
        for names, size in sizes.items():
            found |= {name: Unit(dimension, Decimal(size), Decimal(size)) for name in names.split()}
    found["ton"] = Unit("mass", *_TON)
    for code, names in _MONEY.items():
        found |= {name: Unit(code, Decimal(1), Decimal(1)) for name in names.split()}
    return found
