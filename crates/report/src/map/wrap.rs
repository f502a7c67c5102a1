/// Breaks a text into lines that fit, measured with the widths of a common sans-serif.
pub(super) fn wrap(text: &str, width: u32, size: u32) -> Vec<String> {
    let most = f64::from(width) / f64::from(size);
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0.0);
    for word in text.split_whitespace() {
        let wide = measure(word);
        if !line.is_empty() && used + 0.28 + wide > most {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += 0.28;
        }
        for c in word.chars() {
            let wide = em(c);
            if used + wide > most {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(c);
            used += wide;
        }
    }
    lines.push(line);
    lines
}

fn measure(word: &str) -> f64 {
    word.chars().map(em).sum()
}

/// The width of a character, in the size of the type.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' => {
            0.31
        }
        'm' | 'w' | 'M' | 'W' | '—' | '…' | '%' => 0.92,
        'A'..='Z' => 0.7,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{1f000}'.. => 1.05,
        _ => 0.57,
    }
}
