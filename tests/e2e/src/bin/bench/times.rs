/// Figures of one kind, each from a walk or a step of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// The middle one, or the mean of the two in the middle; `NaN` of none.
    pub(crate) fn median(&self) -> f64 {
        let sorted = self.sorted();
        let middle = sorted.len() / 2;
        match (sorted.len() % 2, sorted.get(middle)) {
            (_, None) => f64::NAN,
            (1, Some(time)) => *time,
            (_, Some(time)) => f64::midpoint(sorted[middle - 1], *time),
        }
    }

    /// The smallest one that at least this share of all does not exceed; `NaN` of none.
    pub(crate) fn quantile(&self, share: f64) -> f64 {
        let sorted = self.sorted();
        let rank = (share * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    }

    pub(crate) fn least(&self) -> f64 {
        self.quantile(0.0)
    }

    pub(crate) fn most(&self) -> f64 {
        self.quantile(1.0)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

impl FromIterator<f64> for Times {
    fn from_iter<I: IntoIterator<Item = f64>>(times: I) -> Self {
        Self(times.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(all: &[f64]) -> Times {
        all.iter().copied().collect()
    }

    #[test]
    fn the_median_is_the_middle_whatever_the_order() {
        for (all, expected) in
            [(&[7.0][..], 7.0), (&[9.0, 1.0, 5.0], 5.0), (&[4.0, 1.0, 2.0, 90.0], 3.0)]
        {
            assert_eq!(times(all).median().to_bits(), f64::to_bits(expected), "{all:?}");
        }
        assert!(times(&[]).median().is_nan());
    }

    #[test]
    fn a_quantile_is_a_time_that_was_taken() {
        let twenty: Times = (1..=20).rev().map(f64::from).collect();
        for (share, expected) in [(0.0, 1.0), (0.5, 10.0), (0.95, 19.0), (0.951, 20.0), (1.0, 20.0)]
        {
            assert_eq!(twenty.quantile(share).to_bits(), f64::to_bits(expected), "{share}");
        }
        assert_eq!(
            (twenty.least().to_bits(), twenty.most().to_bits()),
            (1f64.to_bits(), 20f64.to_bits())
        );
        assert!(times(&[]).quantile(0.95).is_nan());
    }
}
