use serde_json::Value;

/// What became of a look, as the script that dresses the quiz shows it: `web/src/preview.js`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dressed(Value);

impl Dressed {
    /// Reads what the script gives; whatever is amiss says nothing.
    pub fn read(json: &str) -> Self {
        Self(serde_json::from_str(json).unwrap_or_default())
    }

    /// Whether a value cannot be used.
    pub(super) fn is_refused(&self, name: &str) -> bool {
        self.0["refused"].as_array().is_some_and(|all| all.iter().any(|it| it == name))
    }

    /// The colour that is asked for, as `#rrggbb`; nothing where none is, or it is none.
    pub fn wanted(&self, name: &str) -> Option<String> {
        hex(&self.0["wanted"][name])
    }

    /// The colour that is used in a scheme.
    pub fn used(&self, name: &str, dark: bool) -> Option<String> {
        hex(&self.0[if dark { "dark" } else { "light" }][name])
    }
}

fn hex(parts: &Value) -> Option<String> {
    let part = |at: usize| u8::try_from(parts.get(at)?.as_u64()?).ok();
    Some(format!("#{:02x}{:02x}{:02x}", part(0)?, part(1)?, part(2)?))
}
