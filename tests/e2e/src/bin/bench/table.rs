use std::fmt;

/// A table in Markdown, each column as wide as its widest cell. The first holds words, the others
/// figures.
#[derive(Debug)]
pub(crate) struct Table(Vec<Vec<String>>);

impl Table {
    pub(crate) fn new(head: &[&str]) -> Self {
        Self(vec![head.iter().map(|&cell| cell.to_owned()).collect()])
    }

    /// Adds a row. A cell that is missing is empty.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.0.push(cells.into_iter().collect());
    }

    fn widths(&self) -> Vec<usize> {
        let width = |column: usize| {
            let cells = self.0.iter().filter_map(|row: &Vec<String>| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or_default().max(3)
        };
        (0..self.0[0].len()).map(width).collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        for (index, row) in self.0.iter().enumerate() {
            for (column, &width) in widths.iter().enumerate() {
                let cell = row.get(column).map_or("", String::as_str);
                if column == 0 {
                    write!(formatter, "| {cell:<width$} ")?;
                } else {
                    write!(formatter, "| {cell:>width$} ")?;
                }
            }
            writeln!(formatter, "|")?;
            if index == 0 {
                for (column, &width) in widths.iter().enumerate() {
                    let colon = if column == 0 { '-' } else { ':' };
                    write!(formatter, "| {}{colon} ", "-".repeat(width - 1))?;
                }
                writeln!(formatter, "|")?;
            }
        }
        Ok(())
    }
}

/// A time in milliseconds, without a fraction where that says nothing.
pub(crate) fn ms(time: f64) -> String {
    match time {
        time if time.is_nan() => "–".to_owned(),
        time if time < 100.0 => format!("{time:.1}"),
        time => format!("{time:.0}"),
    }
}

/// Bytes as kilobytes of 1000.
pub(crate) fn kb(bytes: f64) -> String {
    if bytes.is_nan() { "–".to_owned() } else { format!("{:.1}", bytes / 1e3) }
}

/// How many times another it is.
pub(crate) fn times(of: f64, other: f64) -> String {
    let ratio = of / other;
    if ratio.is_finite() { format!("{ratio:.2}×") } else { "–".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_one_another() {
        let mut table = Table::new(&["file", "bytes"]);
        table.row(["größe.js".to_owned(), "12".to_owned()]);
        table.row(["a".to_owned()]);
        let expected = "\
| file     | bytes |
| -------- | ----: |
| größe.js |    12 |
| a        |       |
";
        assert_eq!(table.to_string(), expected);
    }

    #[test]
    fn figures_are_short() {
        assert_eq!([22.04, 99.96, 463.5, f64::NAN].map(ms), ["22.0", "100.0", "464", "–"]);
        assert_eq!([1_649.0, 301_000.0, f64::NAN].map(kb), ["1.6", "301.0", "–"]);
        assert_eq!(times(756.0, 523.0), "1.45×");
        assert_eq!(times(1.0, 0.0), "–");
    }
}
