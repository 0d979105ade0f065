//! A `Stem` is what all forms of a word have in common; here, what it weighs by where it stands.

use super::super::rows::Row;

/// The weights of a stem, in hundredths of a logit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stem {
    /// For a word that it stands two before, one before, that it is, one after, two after.
    pub(super) here: [i16; 5],
    /// For a word that it stands anywhere before, anywhere after, within the reach.
    pub(super) around: [i16; 2],
}

impl Row<2> for Stem {
    fn pack(&self) -> [u64; 2] {
        let [a, b, c, d, e] = self.here;
        let [f, g] = self.around;
        [joined([a, b, c, d]), joined([e, f, g, 0])]
    }

    #[inline]
    fn unpack([first, second]: [u64; 2]) -> Self {
        let [a, b, c, d] = parted(first);
        let [e, f, g, _] = parted(second);
        Self {
            here: [a, b, c, d, e],
            around: [f, g],
        }
    }
}

/// Four weights as one number.
pub(super) fn joined(weights: [i16; 4]) -> u64 {
    weights.iter().rev().fold(0, |all, &weight| all << 16 | u64::from(weight as u16))
}

/// The four weights of one number.
#[inline]
pub(super) fn parted(all: u64) -> [i16; 4] {
    [0, 16, 32, 48].map(|by| (all >> by) as u16 as i16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were() {
        let stem = Stem {
            here: [-3, 400, -32_000, 0, 17],
            around: [-1, 250],
        };
        assert_eq!(Stem::unpack(stem.pack()), stem);
    }
}
