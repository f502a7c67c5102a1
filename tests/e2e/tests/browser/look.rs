use anyhow::{Context, Result, ensure};
use browser_test::browser_test;
use e2e::{Browser, Visit};
use serde::Deserialize;
use serde_json::{Value, json};

/// How many random wishes are tried.
const TIMES: usize = 2_000;

/// The script that dresses the page, asked for every wish in both schemes.
const DRESS: &str = "
    const [path, wishes, done] = arguments;
    import(new URL(path, document.baseURI)).then(({ colour, colours }) => {
      const root = document.documentElement;
      const schemes = ['light', 'dark'].map((theme) => {
        root.dataset.theme = theme;
        const has = getComputedStyle(root);
        const names = ['paper', 'card', 'ink', 'soft', 'line', 'edge', 'accent', 'on-accent', 'tint', 'red', 'red-tint', 'amber', 'amber-tint', 'blue', 'blue-tint'];
        return Object.fromEntries(names.map((name) => [name, colour(has.getPropertyValue(`--${name}`))]));
      });
      done(wishes.flatMap((wish) => schemes.map((scheme, dark) => colours(scheme, wish, dark === 1))));
    });";

type Colour = [u8; 3];

/// The colours that a page would have.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Dress {
    paper: Colour,
    card: Colour,
    ink: Colour,
    soft: Colour,
    edge: Colour,
    accent: Colour,
    on_accent: Colour,
    tint: Colour,
    red: Colour,
    red_tint: Colour,
    amber: Colour,
    amber_tint: Colour,
    blue: Colour,
    blue_tint: Colour,
}

impl Dress {
    /// What has to be told apart, and by how much: WCAG 2.2, 1.4.3 and 1.4.11.
    fn pairs(&self) -> Vec<(&'static str, Colour, Colour, f64)> {
        let mut pairs = vec![("button", self.on_accent, self.accent, 4.5)];
        for ground in [self.paper, self.card] {
            for (name, colour) in [
                ("ink", self.ink),
                ("soft", self.soft),
                ("accent", self.accent),
                ("red", self.red),
                ("amber", self.amber),
                ("blue", self.blue),
            ] {
                pairs.push((name, colour, ground, 4.5));
            }
            pairs.push(("edge", self.edge, ground, 3.0));
        }
        for (name, colour) in [("ink", self.ink), ("soft", self.soft), ("accent", self.accent)] {
            pairs.push((name, colour, self.tint, 4.5));
        }
        for (name, colour, ground) in [
            ("red", self.red, self.red_tint),
            ("amber", self.amber, self.amber_tint),
            ("blue", self.blue, self.blue_tint),
        ] {
            pairs.push((name, colour, ground, 4.5));
            pairs.push(("ink", self.ink, ground, 4.5));
        }
        pairs
    }
}

#[browser_test(firefox)]
async fn every_colour_can_be_read(browser: &Browser) -> Result<()> {
    let page = Visit::new(browser)?.open().await?;
    let look = page.files.html().split_once("data-extra-look=\"").context("no look")?.1;
    let look = look.split('"').next().unwrap_or_default();
    let wishes = wishes();
    let given = page.client().execute_async(DRESS, vec![json!(look), json!(wishes)]).await?;
    let dresses: Vec<Dress> = serde_json::from_value(given)?;
    ensure!(dresses.len() == 2 * wishes.len());
    for (dress, index) in dresses.iter().zip(0..) {
        for (name, colour, ground, least) in dress.pairs() {
            let is = contrast(colour, ground);
            let wish = &wishes[index / 2];
            ensure!(
                is >= least,
                "{name} {colour:?} on {ground:?} has {is:.3} for {wish}: {dress:?}"
            );
        }
    }
    let as_wished = |(dress, index): &(&Dress, usize)| {
        wishes[index / 2].get("accent") == Some(&json!(dress.accent))
    };
    let kept = dresses.iter().zip(0..).filter(as_wished).count();
    ensure!(kept > 0, "no accent is used as it is");
    Ok(())
}

/// Every corner of the colours, then random ones from a fixed beginning.
fn wishes() -> Vec<Value> {
    let corners = [0_u8, 118, 119, 255];
    let greys = (0..=255).step_by(5).map(|part| [part; 3]);
    let edges = corners.into_iter().flat_map(|red| {
        corners.into_iter().flat_map(move |green| corners.map(|blue| [red, green, blue]))
    });
    let mut wishes: Vec<Value> = greys
        .chain(edges)
        .flat_map(|one| [json!({"accent": one}), json!({"surface": one}), json!({"text": one})])
        .collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        [(state >> 8) as u8, (state >> 24) as u8, (state >> 40) as u8]
    };
    for time in 0..TIMES {
        let mut wish = json!({"accent": random()});
        if time % 2 == 0 {
            wish["surface"] = json!(random());
        }
        if time % 3 == 0 {
            wish["text"] = json!(random());
        }
        wishes.push(wish);
    }
    wishes
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// As WCAG 2.2 defines it.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let share = f64::from(part) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
