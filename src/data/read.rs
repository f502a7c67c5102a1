use super::{Node, Problem};

/// Reads nodes into the structs of [`super::file`]. It never stops at the first mistake: a field
/// that cannot be read gives a problem and an empty value.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
    place: Vec<String>,
}

/// What a field of the file can hold.
pub(super) trait Read: Sized {
    /// What the format asks for, in words.
    const KIND: &'static str;

    /// Stands in for one that cannot be read.
    fn empty() -> Self;

    /// Reads it.
    fn read(reader: &mut Reader, node: &Node) -> Self;

    /// Its value where the field is left out; nothing where it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

impl Reader {
    /// Reads a field of an object.
    pub(super) fn field<T: Read>(&mut self, node: &Node, name: &'static str) -> T {
        self.place.push(name.to_owned());
        let value = match node.get(name) {
            Some(node) => T::read(self, node),
            None => T::absent().unwrap_or_else(|| {
                self.missing(T::KIND);
                T::empty()
            }),
        };
        self.place.pop();
        value
    }

    /// Whether the node is an object of known fields; says so where it is not.
    pub(super) fn object(&mut self, node: &Node, known: &[&str]) -> bool {
        let Node::Object(fields) = node else {
            self.wrong(node, "an object");
            return false;
        };
        if cfg!(not(target_arch = "wasm32")) {
            for (index, (name, _)) in fields.iter().enumerate() {
                if !known.contains(&name.as_str()) {
                    let cure = format!("Delete it, or write one of: {}.", known.join(", "));
                    self.say(format!("has the unknown field \"{name}\"."), cure);
                } else if fields[..index].iter().any(|field| field.0 == *name) {
                    self.say(
                        format!("has the field \"{name}\" twice."),
                        "Delete one of them.".into(),
                    );
                }
            }
        }
        true
    }

    pub(super) fn wrong(&mut self, node: &Node, wanted: &str) {
        self.say(format!("is {}.", node.kind()), format!("Write {wanted}."));
    }

    pub(super) fn unknown(&mut self, word: &str, words: &[&str]) {
        self.say(format!("is \"{word}\"."), format!("Write one of: {}.", words.join(", ")));
    }

    fn missing(&mut self, kind: &str) {
        self.say("is missing.".into(), format!("Write {kind}."));
    }

    fn say(&mut self, found: String, cure: String) {
        let place =
            if self.place.is_empty() { "the file".to_owned() } else { self.place.join(", ") };
        self.problems.push(Problem { place, found, cure });
    }

    fn named(&mut self, index: usize, node: &Node) {
        let name = match node.get("id") {
            Some(Node::Text(id)) => format!("\"{id}\""),
            _ => format!("number {}", index + 1),
        };
        self.place.push(name);
    }
}

impl Read for String {
    const KIND: &'static str = "a text";

    fn empty() -> Self {
        Self::new()
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        match node {
            Node::Text(text) => return text.clone(),
            _ => reader.wrong(node, Self::KIND),
        }
        Self::empty()
    }
}

impl Read for u32 {
    const KIND: &'static str = "a whole number";

    fn empty() -> Self {
        0
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        match node {
            Node::Number(number) => return *number,
            _ => reader.wrong(node, Self::KIND),
        }
        0
    }
}

impl Read for bool {
    const KIND: &'static str = "true or false";

    fn empty() -> Self {
        false
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        match node {
            Node::Flag(flag) => return *flag,
            _ => reader.wrong(node, Self::KIND),
        }
        false
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl Read for [u32; 2] {
    const KIND: &'static str = "two whole numbers, such as [3, 4]";

    fn empty() -> Self {
        [0; 2]
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        match node {
            Node::List(list) => match list[..] {
                [Node::Number(from), Node::Number(to)] => return [from, to],
                _ => reader.wrong(node, Self::KIND),
            },
            _ => reader.wrong(node, Self::KIND),
        }
        Self::empty()
    }
}

impl<T: Read> Read for Option<T> {
    const KIND: &'static str = T::KIND;

    fn empty() -> Self {
        None
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        if *node == Node::Null { None } else { Some(T::read(reader, node)) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    const KIND: &'static str = "a list";

    fn empty() -> Self {
        Self::new()
    }

    fn read(reader: &mut Reader, node: &Node) -> Self {
        let Node::List(nodes) = node else {
            reader.wrong(node, Self::KIND);
            return Self::new();
        };
        nodes
            .iter()
            .enumerate()
            .map(|(index, node)| {
                reader.named(index, node);
                let value = T::read(reader, node);
                reader.place.pop();
                value
            })
            .collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

/// Declares structs of the file, each with its reader. The name in the file follows the field where
/// it is another one.
macro_rules! record {
    ($(
        $(#[$doc:meta])*
        $vis:vis struct $name:ident {
            $( $(#[$field_doc:meta])* $field:ident $(as $alias:literal)? : $kind:ty, )*
        }
    )*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        $vis struct $name {
            $( $(#[$field_doc])* pub $field: $kind, )*
        }

        impl Read for $name {
            const KIND: &'static str = "an object";

            fn empty() -> Self {
                Self { $( $field: Read::empty(), )* }
            }

            fn read(reader: &mut Reader, node: &Node) -> Self {
                const KNOWN: &[&str] = &[$( record!(@name $field $($alias)?) ),*];
                if !reader.object(node, KNOWN) {
                    return Self::empty();
                }
                Self { $( $field: reader.field(node, record!(@name $field $($alias)?)), )* }
            }
        }
    )*};
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $alias:literal) => { $alias };
}

/// Says which words of the file stand for the variants of an enum.
macro_rules! words {
    ($( $name:ty: $kind:literal { $first:ident = $first_word:literal, $( $variant:ident = $word:literal, )* } )*) => {$(
        impl Read for $name {
            const KIND: &'static str = $kind;

            fn empty() -> Self {
                Self::$first
            }

            fn read(reader: &mut Reader, node: &Node) -> Self {
                match node {
                    Node::Text(word) if word == $first_word => return Self::$first,
                    $( Node::Text(word) if word == $word => return Self::$variant, )*
                    Node::Text(word) => reader.unknown(word, &[$first_word, $($word),*]),
                    _ => reader.wrong(node, Self::KIND),
                }
                Self::empty()
            }
        }
    )*};
}

pub(super) use {record, words};
