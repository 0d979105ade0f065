//! `Rows` are values of one width, one after another in a stretch of bytes that may lie in the program itself: read
//! where they stand, so that a table of many thousands costs nothing until it is asked.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that fits `N` numbers.
pub(super) trait Row<const N: usize>: Sized {
    /// Its numbers.
    fn pack(&self) -> [u64; N];
    /// The value that [`Row::pack`] gave these numbers for.
    fn unpack(numbers: [u64; N]) -> Self;
}

/// Values of `N` numbers each.
pub(super) struct Rows<T, const N: usize> {
    bytes: Cow<'static, [u8]>,
    of: PhantomData<T>,
}

/// Bytes of a number.
const WIDTH: usize = size_of::<u64>();

impl<T: Row<N>, const N: usize> Rows<T, N> {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.bytes.len() / (N * WIDTH)
    }

    /// Value number `at`.
    #[inline]
    pub(super) fn get(&self, at: usize) -> T {
        value(&self.bytes[at * N * WIDTH..(at + 1) * N * WIDTH])
    }

    /// The values `from..to`.
    #[inline]
    pub(super) fn range(&self, from: usize, to: usize) -> impl Iterator<Item = T> {
        self.bytes[from * N * WIDTH..to * N * WIDTH].chunks_exact(N * WIDTH).map(value)
    }

    /// Adds a value; the first one takes the bytes out of the program.
    pub(super) fn push(&mut self, value: &T) {
        let bytes = self.bytes.to_mut();
        value.pack().iter().for_each(|number| bytes.extend(number.to_le_bytes()));
    }
}

/// The value that stands in `bytes`. A plain loop: it is read for every phrase that is tried.
#[inline]
fn value<T: Row<N>, const N: usize>(bytes: &[u8]) -> T {
    let mut numbers = [0; N];
    for (number, bytes) in numbers.iter_mut().zip(bytes.as_chunks::<WIDTH>().0) {
        *number = u64::from_le_bytes(*bytes);
    }
    T::unpack(numbers)
}

impl<T: Row<N>, const N: usize> FromIterator<T> for Rows<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut rows = Self::default();
        values.into_iter().for_each(|value| rows.push(&value));
        rows
    }
}

impl<T, const N: usize> Default for Rows<T, N> {
    fn default() -> Self {
        Self {
            bytes: Cow::Borrowed(&[]),
            of: PhantomData,
        }
    }
}

impl<T, const N: usize> fmt::Debug for Rows<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes of rows", self.bytes.len())
    }
}

impl<T, const N: usize> Serialize for Rows<T, N> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.bytes)
    }
}

impl<'de: 'static, T, const N: usize> Deserialize<'de> for Rows<T, N> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self {
            bytes: Cow::Borrowed(<&'static [u8]>::deserialize(from)?),
            of: PhantomData,
        })
    }
}
