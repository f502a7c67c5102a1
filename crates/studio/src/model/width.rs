/// How wide the preview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As wide as its place beside the form, 390 pixels at most.
    #[default]
    Phone,
    /// 768 pixels, in the place of the form.
    Tablet,
    /// 1280 pixels at most, in the place of the form and the list of parts.
    Desk,
}

impl Width {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Phone, Self::Tablet, Self::Desk];

    /// As it stands in ids and styles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Tablet => "tablet",
            Self::Desk => "desk",
        }
    }

    /// As people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Phone => "Phone",
            Self::Tablet => "Tablet",
            Self::Desk => "Computer",
        }
    }
}
