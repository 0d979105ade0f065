//! A `Pose` is the place, the size and the turn in which a glyph is set on its page.

use hayro_interpret::kurbo::{Affine, Point};

/// Where a glyph stands, turned upright.
pub(super) struct Pose {
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) turn: u8,
    /// Whether its upright strokes lean.
    pub(super) slanted: bool,
}

impl Pose {
    /// The pose of a glyph under `at`; `None` when it stands aslant, like a watermark, or nowhere.
    pub(super) fn of(at: Affine, advance: f32, (width, height): (f32, f32)) -> Option<Self> {
        let origin = at * Point::ORIGIN;
        let along = at * Point::new(1000.0, 0.0) - origin;
        let up = at * Point::new(0.0, 1000.0) - origin;
        let (ax, ay) = (along.x as f32, along.y as f32);
        let (x, y) = (origin.x as f32, origin.y as f32);
        let size = (up.hypot() as f32).max(0.0);
        let length = ax.hypot(ay) * advance / 1000.0;
        if !(x.is_finite() && y.is_finite() && length.is_finite() && size.is_finite()) || size < 0.1 {
            return None;
        }
        const ASLANT: f32 = 0.2;
        let (turn, x, y) = match () {
            () if ay.abs() <= ASLANT * ax.abs() && ax >= 0.0 => (0, x, y),
            () if ay.abs() <= ASLANT * ax.abs() => (2, width - x, height - y),
            () if ax.abs() <= ASLANT * ay.abs() && ay >= 0.0 => (1, y, width - x),
            () if ax.abs() <= ASLANT * ay.abs() => (3, height - y, x),
            () => return None,
        };
        const LEANS: f64 = 0.1;
        let lean = (along.x * up.x + along.y * up.y) / (along.hypot() * up.hypot()).max(f64::MIN_POSITIVE);
        Some(Self {
            x,
            end: x + length,
            y,
            size,
            turn,
            slanted: lean.abs() > LEANS,
        })
    }
}
