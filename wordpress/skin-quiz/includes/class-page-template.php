<?php
/**
 * A page of the quiz with marks where its words go.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * The shipped page, with comments of the form `<!--skin-quiz:NAME-->` where its words go. A published page
 * is the same page with something else at the marks, and only what may stand there.
 */
final class Page_Template {

	const MARK = '/<!--skin-quiz:([a-z0-9-]+)-->/';

	/**
	 * What stands around the marks, one more than there are marks.
	 *
	 * @var list<string>
	 */
	private $pieces = array();

	/**
	 * The marks' names, in their order. A name may come again, and then says the same.
	 *
	 * @var list<string>
	 */
	private $names = array();

	/**
	 * What may stand at each mark: `attributes`, `address`, `value`, `json`, `text` or `markup`.
	 *
	 * @var list<string>
	 */
	private $kinds = array();

	/**
	 * Ids that the page has without its words.
	 *
	 * @var string[]
	 */
	private $ids;

	/**
	 * Reads a page with marks.
	 *
	 * @param string $page The page.
	 * @throws Refused If a mark stands where nothing can be checked.
	 */
	public function __construct( string $page ) {
		$parts = preg_split( self::MARK, $page, -1, PREG_SPLIT_DELIM_CAPTURE );
		foreach ( false === $parts ? array() : $parts as $index => $part ) {
			if ( 0 === $index % 2 ) {
				$this->pieces[] = $part;
			} else {
				$this->names[] = $part;
				$this->kinds[] = self::kind( implode( '', $this->pieces ) );
			}
		}
		preg_match_all( '/\sid="([^"]+)"/', implode( '', $this->pieces ), $ids );
		$this->ids = $ids[1];
	}

	/**
	 * What stands at the marks of a page, by their names.
	 *
	 * @param string $html The page.
	 * @return array<string, string>
	 * @throws Refused If the page is not this one.
	 */
	public function fragments( string $html ): array {
		$other = Refused::file( __( 'A page is not of the program that this website has. Reload the studio and publish again.', 'skin-quiz' ) );
		if ( 0 !== strpos( $html, $this->pieces[0] ) ) {
			throw $other;
		}
		$at    = strlen( $this->pieces[0] );
		$found = array();
		foreach ( $this->names as $index => $name ) {
			$piece = $this->pieces[ $index + 1 ];
			$end   = count( $this->names ) - 1 === $index ? strlen( $html ) - strlen( $piece ) : strpos( $html, $piece, $at );
			if ( false === $end || $end < $at || substr( $html, $end, strlen( $piece ) ) !== $piece ) {
				throw $other;
			}
			$fragment = substr( $html, $at, $end - $at );
			if ( ( $found[ $name ] ?? $fragment ) !== $fragment ) {
				throw $other;
			}
			$found[ $name ] = $fragment;
			$at             = $end + strlen( $piece );
		}
		if ( strlen( $html ) !== $at ) {
			throw $other;
		}
		return $found;
	}

	/**
	 * Refuses a page that is not this one, or has at a mark what may not stand there.
	 *
	 * @param string $html The page.
	 * @throws Refused With the reason.
	 */
	public function check( string $html ): void {
		$fragments = $this->fragments( $html );
		foreach ( $this->names as $index => $name ) {
			$this->check_fragment( $this->kinds[ $index ], $fragments[ $name ] );
		}
	}

	/**
	 * The page with these words, or nothing if they are those of another page.
	 *
	 * @param array<string, string> $fragments By the marks' names.
	 */
	public function filled( array $fragments ): ?string {
		if ( array() !== array_diff( $this->names, array_keys( $fragments ) ) || array() !== array_diff( array_keys( $fragments ), $this->names ) ) {
			return null;
		}
		$html = $this->pieces[0];
		foreach ( $this->names as $index => $name ) {
			$html .= $fragments[ $name ] . $this->pieces[ $index + 1 ];
		}
		return $html;
	}

	/**
	 * Refuses what may not stand at a mark.
	 *
	 * @param string $kind     The mark's kind.
	 * @param string $fragment What stands there.
	 * @throws Refused With the reason.
	 */
	private function check_fragment( string $kind, string $fragment ): void {
		$patterns = array(
			'attributes' => '/^lang="[A-Za-z0-9-]{1,35}"(?: dir="(?:ltr|rtl)")?$/D',
			'address'    => '~^(?!.*//)[A-Za-z0-9._-][A-Za-z0-9 ./_-]*$~D',
		);
		if ( 'markup' === $kind ) {
			Markup::check( $fragment, $this->ids );
		} elseif ( 'json' === $kind ) {
			if ( false !== strpos( $fragment, '<' ) || ! ( json_decode( $fragment ) instanceof \stdClass ) ) {
				throw Refused::file( __( 'A page has unreadable data in it. Reload the studio and publish again.', 'skin-quiz' ) );
			}
		} elseif ( isset( $patterns[ $kind ] ) ) {
			if ( ! preg_match( $patterns[ $kind ], $fragment ) ) {
				throw Refused::file( __( 'A page has an address or a language in it that it cannot have. Reload the studio and publish again.', 'skin-quiz' ) );
			}
		} else {
			Markup::check_text( $fragment );
			if ( 'value' === $kind && false !== strpos( $fragment, '"' ) ) {
				throw Refused::file( __( 'A page has a quotation mark in a place where it cannot stand. Reload the studio and publish again.', 'skin-quiz' ) );
			}
		}
	}

	/**
	 * What may stand at a mark.
	 *
	 * @param string $before The page up to it, without the words of other marks.
	 * @throws Refused If a mark stands where nothing can be checked.
	 */
	private static function kind( string $before ): string {
		$before = (string) preg_replace( array( '~<(style|script)\b[^>]*>.*?</\1>~s', '~<!--.*?-->~s' ), '', $before );
		$tag    = strrpos( $before, '<' );
		$tag    = substr( $before, false === $tag ? strlen( $before ) : $tag );
		if ( false === strpos( $tag, '>' ) ) {
			return self::kind_in_tag( $tag );
		}
		if ( preg_match( '~^<(style|script|textarea)\b~', $tag, $name ) ) {
			if ( 'script' === $name[1] && false !== strpos( $tag, ' type="application/json"' ) && '>' === substr( $tag, -1 ) ) {
				return 'json';
			}
			throw Refused::file( 'A mark stands in a script or in styles.' );
		}
		return 0 === strpos( $tag, '<title>' ) ? 'text' : 'markup';
	}

	/**
	 * What may stand at a mark in a tag.
	 *
	 * @param string $tag The tag up to the mark; empty where there is none.
	 * @throws Refused If a mark stands where nothing can be checked.
	 */
	private static function kind_in_tag( string $tag ): string {
		if ( '' === $tag ) {
			return 'markup';
		}
		if ( preg_match( '/^<html\s$/', $tag ) ) {
			return 'attributes';
		}
		if ( ! preg_match( '/\s([a-z-]+)="([^"]*)$/', $tag, $attribute ) ) {
			throw Refused::file( 'A mark stands in a tag, but in no attribute.' );
		}
		$words  = array( 'alt', 'aria-label', 'content', 'title' );
		$speaks = in_array( $attribute[1], $words, true ) && false === strpos( $tag, 'http-equiv' );
		return $speaks ? 'value' : 'address';
	}
}
