use quiz::{Range, TimeLine};
use text::Key;
use yew::{Html, html};

use crate::{View, attr};

/// The picture's width, in its own units; its margins leave room for half a tick's label.
const WIDTH: u32 = 340;
const MARGIN: u32 = 12;

/// The height of a bar with its label.
const ROW: u32 = 44;

/// A label that starts farther along than this is written back from where its bar ends.
const TURN: u32 = 220;

/// What a letter of a label takes where letters are largest, on a narrow screen.
const LETTER: u32 = 9;

impl View<'_> {
    /// The course as a picture: a dot for each session, a bar for each time, weeks below. What it
    /// shows stands beside it as text.
    pub(super) fn time_line(&self, line: &TimeLine) -> Html {
        let along = |week: u32| MARGIN + week * (WIDTH - 2 * MARGIN) / line.end.max(1);
        let rtl = self.text.is_rtl();
        let x = |week: u32| if rtl { WIDTH - along(week) } else { along(week) };
        let bars = [(line.first, Key::First, "first"), (line.full, Key::Full, "full")];
        let bars: Vec<_> =
            bars.into_iter().filter_map(|(range, key, class)| Some((range?, key, class))).collect();
        let axis = 20 + ROW * bars.len() as u32;
        html! {
            <figure class="time-line">
                <svg viewBox={format!("0 0 {WIDTH} {}", axis + 30)} translate="no" aria-hidden="true">
                    for (row, (range, key, class)) in bars.iter().enumerate() {
                        { self.bar(*range, *key, class, ROW * row as u32, &x) }
                    }
                    <path class="axis" d={format!("M{MARGIN} {axis}H{}", WIDTH - MARGIN)} />
                    for week in ticks(line.end) {
                        <path class="tick" d={format!("M{} {axis}v6", x(week))} />
                        <text class="week" x={x(week).to_string()} y={(axis + 22).to_string()}>{ week }</text>
                    }
                    for (week, sure) in line.sessions.iter().rev() {
                        <circle class={if *sure { "sure" } else { "maybe" }}
                            cx={x(*week).to_string()} cy={axis.to_string()} r="5.5" />
                    }
                </svg>
                <figcaption>
                    <span>{ attr(self.text.get(Key::TimeLine)) }</span>
                    <span><i class="sure" />{ attr(self.text.get(Key::SessionSure)) }</span>
                    if line.sessions.iter().any(|session| !session.1) {
                        <span><i class="maybe" />{ attr(self.text.get(Key::SessionMaybe)) }</span>
                    }
                </figcaption>
            </figure>
        }
    }

    fn bar(
        &self,
        range: Range,
        key: Key,
        class: &'static str,
        y: u32,
        x: &dyn Fn(u32) -> u32,
    ) -> Html {
        let (start, end) = (x(range.from), x(range.to));
        let width = start.abs_diff(end).max(6);
        let rtl = self.text.is_rtl();
        let (turned, left) = if rtl {
            (WIDTH - start > TURN, start.saturating_sub(width))
        } else {
            (start > TURN, start)
        };
        let words = self.text.get(key);
        let (at, to_left) = inside(words, if turned { end } else { start }, turned != rtl);
        html! {
            <>
                <text class={if to_left { "to-left" } else { "" }} x={at.to_string()} y={(y + 15).to_string()}>
                    { attr(words) }
                </text>
                <rect class={class} x={left.to_string()} y={(y + 21).to_string()}
                    width={width.to_string()} height="12" rx="6" />
            </>
        }
    }
}

/// Where a label begins or, written to the left, ends, so that nothing of it is outside the picture: where it
/// is meant to, or at the edge.
fn inside(words: &str, at: u32, to_left: bool) -> (u32, bool) {
    let room = if to_left { at } else { WIDTH - at };
    match LETTER * words.chars().count() as u32 <= room {
        true => (at, to_left),
        false => (if to_left { 0 } else { WIDTH }, !to_left),
    }
}

/// Weeks to write below the axis: from 0, evenly, at most six.
fn ticks(end: u32) -> impl Iterator<Item = u32> {
    let step = [1, 2, 4, 8, 12, 16, 24, 52, 104].into_iter().find(|step| end / step <= 5);
    (0..=end).step_by(step.unwrap_or(end.max(1)) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_inside_the_picture() {
        assert_eq!(inside("full result", 200, false), (200, false));
        assert_eq!(inside("full result", 300, true), (300, true));
        assert_eq!(inside("vollständiges Ergebnis", 200, false), (WIDTH, true));
        assert_eq!(inside("vollständiges Ergebnis", 150, true), (0, false));
    }
}
