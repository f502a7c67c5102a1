<?php
/**
 * The markup that the quiz's own program writes.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Accepts a piece of a page only if it is written as the quiz's program writes it: every tag, attribute and
 * address is on a list, every tag is closed, and nothing runs. What is accepted is published as it is.
 */
final class Markup {

	const TEXT = '(?:[^<>&]++|&(?:amp|lt|gt|quot|nbsp|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)*+';

	const VOID = array( 'br', 'hr', 'img', 'input', 'link', 'wbr' );

	const DRAWN = array( 'circle', 'ellipse', 'line', 'path', 'polyline', 'rect' );

	const GLOBAL_ATTRIBUTES = array( 'class', 'dir', 'hidden', 'id', 'lang', 'popover', 'role', 'tabindex', 'title' );

	const DATA = array( 'address', 'benefit', 'caution', 'failure', 'figure', 'number', 'plain', 'plan', 'retry', 'total' );

	const DRAWING = array( 'cx', 'cy', 'd', 'fill', 'focusable', 'height', 'points', 'preserveAspectRatio', 'r', 'rx', 'ry', 'stroke', 'stroke-linecap', 'stroke-linejoin', 'stroke-width', 'transform', 'viewBox', 'width', 'x', 'x1', 'x2', 'xmlns', 'y', 'y1', 'y2' );

	/**
	 * Every element, with the attributes that only it may have.
	 */
	const ELEMENTS = array(
		'a'          => array( 'href', 'hreflang', 'rel', 'target' ),
		'article'    => array(),
		'aside'      => array(),
		'b'          => array(),
		'bdi'        => array(),
		'blockquote' => array(),
		'br'         => array(),
		'button'     => array( 'disabled', 'popovertarget', 'popovertargetaction', 'type' ),
		'circle'     => self::DRAWING,
		'dd'         => array(),
		'details'    => array( 'open' ),
		'div'        => array(),
		'dl'         => array(),
		'dt'         => array(),
		'ellipse'    => self::DRAWING,
		'em'         => array(),
		'fieldset'   => array( 'disabled' ),
		'figcaption' => array(),
		'figure'     => array(),
		'footer'     => array(),
		'form'       => array( 'autocomplete', 'method', 'novalidate' ),
		'g'          => self::DRAWING,
		'h1'         => array(),
		'h2'         => array(),
		'h3'         => array(),
		'h4'         => array(),
		'header'     => array(),
		'hr'         => array(),
		'i'          => array(),
		'img'        => array( 'alt', 'decoding', 'height', 'loading', 'src', 'width' ),
		'input'      => array( 'autocomplete', 'checked', 'disabled', 'name', 'type', 'value' ),
		'label'      => array( 'for' ),
		'legend'     => array(),
		'li'         => array(),
		'line'       => self::DRAWING,
		'link'       => array( 'href', 'hreflang', 'rel' ),
		'main'       => array(),
		'nav'        => array(),
		'noscript'   => array(),
		'ol'         => array( 'start' ),
		'output'     => array( 'for' ),
		'p'          => array(),
		'path'       => self::DRAWING,
		'polyline'   => self::DRAWING,
		'q'          => array(),
		'rect'       => self::DRAWING,
		'section'    => array(),
		'small'      => array(),
		'span'       => array(),
		'strong'     => array(),
		'sub'        => array(),
		'summary'    => array(),
		'sup'        => array(),
		'svg'        => self::DRAWING,
		'table'      => array(),
		'tbody'      => array(),
		'td'         => array( 'colspan', 'rowspan' ),
		'th'         => array( 'colspan', 'rowspan', 'scope' ),
		'thead'      => array(),
		'time'       => array( 'datetime' ),
		'tr'         => array(),
		'ul'         => array(),
		'wbr'        => array(),
	);

	/**
	 * What some attributes may say.
	 */
	const VALUES = array(
		'fill'    => '/^(?:none|currentColor|#[0-9a-fA-F]{3,8})$/',
		'href'    => '~^(?:https?://[^\s"]+|mailto:[^\s"]+|tel:[+0-9() .-]+|(?:plain(?:\.[A-Za-z0-9-]+)?\.html|index\.html|\./)?(?:\?[\w=&;%.-]*)?(?:#[\w.:-]*)?)$~u',
		'popover' => '/^(?:manual|auto)?$/',
		'src'     => '~^pictures/[A-Za-z0-9_-][A-Za-z0-9._-]*$~',
		'stroke'  => '/^(?:none|currentColor|#[0-9a-fA-F]{3,8})$/',
		'target'  => '/^_(?:top|blank|self)$/',
		'xmlns'   => '~^http://www\.w3\.org/2000/svg$~',
	);

	/**
	 * What some elements must have, and what it may say.
	 */
	const NEEDED = array(
		'button' => array( 'type' => array( 'button', 'submit', 'reset' ) ),
		'form'   => array( 'method' => array( 'dialog' ) ),
		'input'  => array( 'type' => array( 'checkbox', 'radio' ) ),
		'link'   => array( 'rel' => array( 'alternate', 'canonical' ) ),
	);

	/**
	 * Refuses markup that the program would not write.
	 *
	 * @param string   $html     The piece.
	 * @param string[] $reserved Ids that the page has already.
	 * @throws Refused If something in it is not on the lists.
	 */
	public static function check( string $html, array $reserved = array() ): void {
		$open = array();
		$at   = 0;
		$end  = strlen( $html );
		while ( $at < $end ) {
			if ( '<' !== $html[ $at ] ) {
				$length = strcspn( $html, '<', $at );
				self::check_text( substr( $html, $at, $length ) );
				$at += $length;
				continue;
			}
			if ( preg_match( '~\G</([a-z][a-z0-9]*)>~', $html, $tag, 0, $at ) ) {
				if ( array_pop( $open ) !== $tag[1] ) {
					throw self::wrong( $tag[0] );
				}
			} elseif ( preg_match( '~\G<([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*) ?(/?)>~', $html, $tag, 0, $at ) ) {
				self::check_tag( $tag, $reserved );
				$closed = '/' === $tag[3] && in_array( $tag[1], self::DRAWN, true );
				if ( ! $closed && ! in_array( $tag[1], self::VOID, true ) ) {
					$open[] = $tag[1];
				}
			} else {
				throw self::wrong( substr( $html, $at, 60 ) );
			}
			$at += strlen( $tag[0] );
		}
		if ( $open ) {
			throw self::wrong( '<' . end( $open ) . '>' );
		}
	}

	/**
	 * Refuses text that is not escaped.
	 *
	 * @param string $text The text.
	 * @throws Refused If there is more in it than text.
	 */
	public static function check_text( string $text ): void {
		if ( ! preg_match( '/^' . self::TEXT . '$/Du', $text ) ) {
			throw self::wrong( substr( $text, 0, 60 ) );
		}
	}

	/**
	 * Refuses a tag.
	 *
	 * @param string[] $tag      The whole of it, its name and its attributes.
	 * @param string[] $reserved Ids that the page has already.
	 * @throws Refused If the tag or an attribute is not on the lists.
	 */
	private static function check_tag( array $tag, array $reserved ): void {
		list( $whole, $name, $attributes ) = $tag;
		$values                            = isset( self::ELEMENTS[ $name ] ) ? self::values( $name, $attributes ) : null;
		if ( null === $values || ! self::are_values( $name, $values ) || in_array( $values['id'] ?? null, $reserved, true ) ) {
			throw self::wrong( $whole );
		}
	}

	/**
	 * The values of a tag's attributes, or nothing if one is not on the lists or comes twice.
	 *
	 * @param string $name       The tag's.
	 * @param string $attributes As they are written.
	 * @return array<string, string>|null
	 */
	private static function values( string $name, string $attributes ): ?array {
		preg_match_all( '/ ([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?/', $attributes, $pairs, PREG_SET_ORDER );
		$values = array();
		foreach ( $pairs as $pair ) {
			$value = $pair[2] ?? '';
			self::check_text( $value );
			if ( isset( $values[ $pair[1] ] ) || ! self::may_have( $name, $pair[1] ) ) {
				return null;
			}
			$values[ $pair[1] ] = html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		}
		return $values;
	}

	/**
	 * Whether attributes say what they may.
	 *
	 * @param string                $name   The tag's.
	 * @param array<string, string> $values By their names.
	 */
	private static function are_values( string $name, array $values ): bool {
		foreach ( $values as $attribute => $value ) {
			$pattern = self::VALUES[ $attribute ] ?? null;
			if ( $pattern && ! preg_match( $pattern . 'D', $value ) ) {
				return false;
			}
		}
		foreach ( self::NEEDED[ $name ] ?? array() as $attribute => $choices ) {
			if ( ! in_array( $values[ $attribute ] ?? '', $choices, true ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether an element may have an attribute.
	 *
	 * @param string $element   Its name.
	 * @param string $attribute The attribute's.
	 */
	private static function may_have( string $element, string $attribute ): bool {
		if ( 0 === strpos( $attribute, 'aria-' ) ) {
			return true;
		}
		if ( 0 === strpos( $attribute, 'data-' ) ) {
			return in_array( substr( $attribute, 5 ), self::DATA, true );
		}
		return in_array( $attribute, self::GLOBAL_ATTRIBUTES, true ) || in_array( $attribute, self::ELEMENTS[ $element ], true );
	}

	/**
	 * Says what is not on the lists.
	 *
	 * @param string $what The start of it.
	 */
	private static function wrong( string $what ): Refused {
		/* translators: %s: a piece of HTML */
		return Refused::file( sprintf( __( 'A page has something in it that the quiz does not write: %s. Reload the studio and publish again.', 'skin-quiz' ), $what ) );
	}
}
