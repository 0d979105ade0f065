"""Makes cases.json: what scipy says of fifty-four sums that src/summary/statistics does too.

Run with Python 3 and numpy, scipy (made with the versions that stand in the file): python make.py > cases.json
The variance of a ratio is done here cluster by cluster, as the book has it; candour keeps sums of powers.
"""

import json

import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(20260101)
Z = stats.norm.ppf(0.975)


def clustering(hits, words):
    m, r = len(hits), hits.sum() / words.sum()
    residuals = hits - r * words
    effect = max(1.0, m / (m - 1) * (residuals**2).sum() / hits.sum())
    freedom = (residuals**2).sum() ** 2 / (residuals**4).sum() - 1
    share = 1 - 1 / effect
    least = 3 if m >= 10 else 1
    return effect, min(max(freedom, least), m - 1) / max(share**2, 1e-12)


def paragraphs(m, rate, shape):
    words = np.maximum(3, rng.gamma(2, 30, m)).round()
    words[0] += max(0, 1000 - words.sum())
    mean = rate / 1000 * words * (rng.gamma(shape, 1 / shape, m) if shape else 1)
    hits = rng.poisson(mean)
    hits[-1] += max(0, 5 - hits.sum())
    return hits, words


def rate(m, intensity, shape):
    hits, words = paragraphs(m, intensity, shape)
    effect, freedom = clustering(hits, words)
    widening = effect * (stats.t.ppf(0.975, freedom) / Z) ** 2
    effective = hits.sum() / widening
    low = stats.chi2.ppf(0.025, 2 * effective) / 2
    high = stats.chi2.ppf(0.975, 2 * effective + 2) / 2
    scale = widening / words.sum() * 1000
    return {
        "paragraphs": [[int(y), int(w)] for y, w in zip(hits, words)],
        "design_effect": effect,
        "freedom": freedom,
        "value": hits.sum() / words.sum() * 1000,
        "low": low * scale,
        "high": high * scale,
    }


def ratio(first, second):
    sides = [paragraphs(*first), paragraphs(*second)]
    logs, variances, parts = [], [], []
    for hits, words in sides:
        effect, freedom = clustering(hits, words)
        logs.append(np.log(hits.sum() / words.sum()))
        variances.append(effect / hits.sum())
        parts.append(variances[-1] ** 2 / freedom)
    log, variance = logs[0] - logs[1], sum(variances)
    reach = stats.t.ppf(0.975, max(1, variance**2 / sum(parts))) * np.sqrt(variance)
    both = [[[int(y), int(w)] for y, w in zip(*side)] for side in sides]
    return {"first": both[0], "second": both[1], "log": log, "low": log - reach, "high": log + reach}


def quantile(count):
    lengths = np.maximum(1, rng.gamma(3, 7, count).round()).astype(int)
    tenth = np.quantile(lengths, [0.5, 0.9], method="linear")
    return {"lengths": lengths.tolist(), "median": tenth[0], "ninetieth": tenth[1]}


def percentile(count):
    others = np.round(rng.gamma(2, 2, count), 1)
    value = float(others[3]) if count % 2 else 3.05
    return {"others": others.tolist(), "value": value, "percentile": stats.percentileofscore(others, value, kind="mean")}


counts = [0.01, 0.3, 1, 2.5, 5, 7.7, 12, 50, 99.9, 250, 4000, 1_000_000]
freedoms = [1, 1.5, 2.99, 3, 4.5, 10, 30.5, 120, 399.9, 400, 5000, 1e9]
whole = {
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "poisson": [
        {"count": c, "low": stats.chi2.ppf(0.025, 2 * c) / 2, "high": stats.chi2.ppf(0.975, 2 * c + 2) / 2} for c in counts
    ],
    "student": [{"freedom": f, "t": stats.t.ppf(0.975, f)} for f in freedoms],
    "rates": [rate(m, i, s) for m in (2, 17, 60, 200) for i, s in ((4, 0), (8, 1), (20, 0.25))],
    "ratios": [ratio((m, 8, s), (2 * m, 12, 0.5)) for m in (5, 20, 80) for s in (0, 1, 0.3)],
    "quantiles": [quantile(n) for n in (1, 2, 9, 40, 333)],
    "percentiles": [percentile(n) for n in (20, 21, 47, 100)],
}
print(json.dumps(whole, separators=(",", ":")))
