use super::budgets::{Budgets, sum};
use super::{Kind, Part};

/// Every part, and every kind against its budget.
pub(crate) fn table(parts: &[Part], budgets: &Budgets) -> String {
    let mut text = line("file", "raw", "brotli 11", "budget");
    for kind in Kind::ALL {
        let of_kind = parts.iter().filter(|part| part.kind == kind);
        for part in of_kind.clone() {
            let (raw, brotli) = (part.raw.to_string(), part.brotli.to_string());
            text += &line(&format!("  {}", part.name), &raw, &brotli, "");
        }
        let raw: usize = of_kind.map(|part| part.raw).sum();
        text += &sizes(kind.name(), raw, sum(parts, Some(kind)), budgets.of(kind));
    }
    let raw = parts.iter().map(|part| part.raw).sum();
    text + &sizes("total", raw, sum(parts, None), budgets.total)
}

fn sizes(name: &str, raw: usize, brotli: usize, budget: usize) -> String {
    line(name, &raw.to_string(), &brotli.to_string(), &budget.to_string())
}

fn line(name: &str, raw: &str, brotli: &str, budget: &str) -> String {
    format!("{name:<44} {raw:>9} {brotli:>9} {budget:>9}\n")
}
