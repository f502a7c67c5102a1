/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// As it is called in a finding.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Minute => "minutes",
            Self::Hour => "hours",
            Self::Day => "days",
            Self::Week => "weeks",
            Self::Month => "months",
            Self::Year => "years",
        }
    }

    pub(super) fn minutes(self) -> u32 {
        match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day => 1440,
            Self::Week => 10_080,
            Self::Month => 43_830,
            Self::Year => 525_960,
        }
    }

    /// Numbers that are not written where one of the unit is: "half a year" is six months.
    pub(super) fn numbers(self) -> &'static [u8] {
        match self {
            Self::Minute => &[],
            Self::Hour => &[30, 60],
            Self::Day => &[20, 4],
            Self::Week => &[7, 8, 14, 15],
            Self::Month => &[4, 30],
            Self::Year => &[12, 18],
        }
    }
}
