//! `Packed` values are written as whole numbers of fixed width, one value after another, so that a table of many
//! thousands is read back at the speed of memory.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that fits `N` numbers.
pub(super) trait Packed<const N: usize>: Sized {
    /// Its numbers.
    fn pack(&self) -> [u64; N];
    /// The value that [`Packed::pack`] gave these numbers for.
    fn unpack(numbers: [u64; N]) -> Self;
}

/// Bytes of a number.
const WIDTH: usize = size_of::<u64>();

pub(super) fn serialize<const N: usize, T: Packed<N>, S: Serializer>(all: &[T], to: S) -> Result<S::Ok, S::Error> {
    let numbers = all.iter().flat_map(Packed::pack);
    let bytes: Vec<u8> = numbers.flat_map(u64::to_le_bytes).collect();
    Bytes(&bytes).serialize(to)
}

pub(super) fn deserialize<'de, const N: usize, T: Packed<N>, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let bytes = <&[u8]>::deserialize(from)?;
    let number = |at: &[u8]| at.try_into().map_or(0, u64::from_le_bytes);
    let value = |value: &[u8]| T::unpack(std::array::from_fn(|i| number(&value[i * WIDTH..(i + 1) * WIDTH])));
    Ok(bytes.chunks_exact(N * WIDTH).map(value).collect())
}

/// Bytes that are written as bytes and not as a list of numbers.
struct Bytes<'b>(&'b [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(self.0)
    }
}
