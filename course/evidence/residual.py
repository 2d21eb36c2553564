"""How far a country lies from what others with the same circumstances would lead one to expect."""

from collections.abc import Sequence
from math import sqrt

import numpy as np

from course.evidence.result import Z95, Result, found
from course.evidence.series import ByCountry

__all__ = ["predictions", "residual"]


def residual(
    y: ByCountry,
    covariates: Sequence[ByCountry],
    iso3: str,
    year: int,
    *,
    source: str,
    provisional: bool = False,
) -> Result:
    """Result, not judged yet: a country's y less what the other countries' least-squares plane
    predicts for it.

    y: {iso3: value}; covariates: [{iso3: value}, ...]; countries that lack any are left out, and
    the country itself has no part in the plane. The interval is that of a prediction, 95 %, with
    the normal quantile; facts hold the predicted value. Raises ValueError if fewer than ten
    countries more than covariates are left, KeyError if the country lacks one.
    """
    codes = [c for c in sorted(y) if c != iso3 and all(c in x for x in covariates)]
    if len(codes) < len(covariates) + 10:
        raise ValueError(f"Only {len(codes)} countries have every figure; a prediction needs more.")
    design = np.array([[1.0, *(x[c] for x in covariates)] for c in codes])
    target = np.array([y[c] for c in codes])
    at = np.array([1.0, *(x[iso3] for x in covariates)])
    coefficients, *_ = np.linalg.lstsq(design, target, rcond=None)
    left = target - design @ coefficients
    s = sqrt(left @ left / (len(codes) - design.shape[1]))
    reach = float(at @ np.linalg.pinv(design.T @ design) @ at)
    predicted = float(at @ coefficients)
    return found(
        y[iso3] - predicted, Z95 * s * sqrt(1 + reach), n=len(codes), years=(year,),
        source=source, provisional=provisional, predicted=predicted, actual=y[iso3],
    )  # fmt: skip


def predictions(y: ByCountry, covariates: Sequence[ByCountry]) -> dict[str, float]:
    """{iso3: what the plane of all the other countries predicts}, in y's unit, for every country
    with every figure.

    y: {iso3: value}; covariates: [{iso3: value}, ...]. A country's own figure has no part in its
        prediction: it is what
    `residual` predicts for it, for all at once (from the leverages of one fit).
    """
    codes = [c for c in sorted(y) if all(c in x for x in covariates)]
    design = np.array([[1.0, *(x[c] for x in covariates)] for c in codes])
    target = np.array([y[c] for c in codes])
    hat = design @ np.linalg.pinv(design)
    left_out = (target - hat @ target) / (1 - np.diag(hat))
    return dict(zip(codes, (target - left_out).tolist(), strict=True))
