use serde_json::{Value, json};

/// What a visitor prefers, as media queries tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Media {
    /// The dark scheme.
    pub dark: bool,
    /// Little motion.
    pub still: bool,
    /// Colours of the system's choice; not in WebKit.
    pub forced_colors: bool,
}

impl Media {
    /// The dark scheme.
    pub const DARK: Self = Self { dark: true, still: false, forced_colors: false };
    /// Little motion.
    pub const STILL: Self = Self { dark: false, still: true, forced_colors: false };
    /// Colours of the system's choice.
    pub const FORCED_COLORS: Self = Self { dark: false, still: false, forced_colors: true };

    pub(crate) fn as_features(self) -> Value {
        let feature = |name: &str, value: &str| json!({"name": name, "value": value});
        json!({"features": [
            feature("prefers-color-scheme", if self.dark { "dark" } else { "light" }),
            feature("prefers-reduced-motion", if self.still { "reduce" } else { "no-preference" }),
            feature("forced-colors", if self.forced_colors { "active" } else { "none" }),
        ]})
    }

    pub(crate) fn as_preferences(self) -> String {
        format!(
            "Services.prefs.setIntPref('ui.systemUsesDarkTheme', {});
             Services.prefs.setIntPref('ui.prefersReducedMotion', {});
             Services.prefs.setIntPref('browser.display.document_color_use', {});",
            u8::from(self.dark),
            u8::from(self.still),
            if self.forced_colors { 2 } else { 0 },
        )
    }

    /// A style sheet, or a page that names schemes, in which the queries that hold are always true.
    pub(crate) fn written_into(self, source: &str) -> String {
        let mut source = source.to_owned();
        if self.dark {
            for query in ["(prefers-color-scheme: dark)", "(prefers-color-scheme:dark)"] {
                source = source.replace(query, "(min-width: 0)");
            }
            source = source.replace("light dark", "dark");
        }
        if self.still {
            for query in ["(prefers-reduced-motion: reduce)", "(prefers-reduced-motion:reduce)"] {
                source = source.replace(query, "(min-width: 0)");
            }
            for query in [
                "(prefers-reduced-motion: no-preference)",
                "(prefers-reduced-motion:no-preference)",
            ] {
                source = source.replace(query, "(max-width: 0)");
            }
        }
        source
    }
}
