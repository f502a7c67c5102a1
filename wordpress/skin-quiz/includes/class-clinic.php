<?php
/**
 * The clinic that a quiz speaks for.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * The clinic's name, booking address and telephone, as they stand in a data file.
 */
final class Clinic {

	const PLACEHOLDER = '/^Your clinic$|clinic\.example|\+15550100\b/';

	/**
	 * The name.
	 *
	 * @var string
	 */
	public $name;

	/**
	 * Where to book: an address with its scheme.
	 *
	 * @var string
	 */
	public $booking;

	/**
	 * Where to ask: an address with its scheme.
	 *
	 * @var string
	 */
	public $contact;

	/**
	 * Takes what is known.
	 *
	 * @param string $name    The name.
	 * @param string $booking Where to book.
	 * @param string $contact Where to ask.
	 */
	public function __construct( string $name, string $booking, string $contact ) {
		$this->name    = $name;
		$this->booking = $booking;
		$this->contact = $contact;
	}

	/**
	 * The one of a data file, or nothing if it has none.
	 *
	 * @param string|null $content The file.
	 */
	public static function of( ?string $content ): ?self {
		$clinic = json_decode( (string) $content, true )['clinic'] ?? null;
		if ( ! is_array( $clinic ) || ! is_string( $clinic['name'] ?? null ) ) {
			return null;
		}
		return new self( $clinic['name'], (string) ( $clinic['booking']['link'] ?? '' ), (string) ( $clinic['contact']['link'] ?? '' ) );
	}

	/**
	 * The one of a published quiz, or nothing if there is no such quiz.
	 *
	 * @param string $quiz The name of its data file.
	 */
	public static function of_quiz( string $quiz ): ?self {
		static $known = array();
		$path         = Folder::path( "data/$quiz.json" );
		$key          = $path . ( is_file( $path ) ? filemtime( $path ) . filesize( $path ) : '' );
		if ( ! array_key_exists( $key, $known ) ) {
			$known[ $key ] = self::of( Folder::content( $path ) );
		}
		return $known[ $key ];
	}

	/**
	 * The one that people mean who write their address and number as they are used to.
	 *
	 * @param string $name    The name.
	 * @param string $booking An address, with or without `https://`.
	 * @param string $phone   A telephone number, or an address.
	 * @throws Refused If something is missing or cannot be understood.
	 */
	public static function written( string $name, string $booking, string $phone ): self {
		$clinic = new self( trim( $name ), self::address( $booking ), self::number( $phone ) );
		if ( '' === $clinic->name || preg_match( self::PLACEHOLDER, $clinic->name ) ) {
			throw Refused::file( __( 'Write the name of your clinic.', 'skin-quiz' ) );
		}
		if ( '' === $clinic->booking || preg_match( self::PLACEHOLDER, $clinic->booking ) ) {
			throw Refused::file( __( 'Write the address at which visitors book, such as www.my-clinic.com/book.', 'skin-quiz' ) );
		}
		if ( '' === $clinic->contact || preg_match( self::PLACEHOLDER, $clinic->contact ) ) {
			throw Refused::file( __( 'Write the telephone number of your clinic with its area code, such as +44 20 7946 0000.', 'skin-quiz' ) );
		}
		return $clinic;
	}

	/**
	 * Whether it is still the one that the quiz is shipped with.
	 */
	public function is_placeholder(): bool {
		return (bool) preg_match( self::PLACEHOLDER, $this->name ) || (bool) preg_match( self::PLACEHOLDER, $this->booking . ' ' . $this->contact );
	}

	/**
	 * A data file with this clinic in it; all else stays as it is written.
	 *
	 * @param string $content The file.
	 * @throws Refused If the file has no clinic.
	 */
	public function in_data( string $content ): string {
		$before = self::of( $content );
		$meant  = json_decode( $content );
		if ( ! $before || ! isset( $meant->clinic ) ) {
			throw Refused::file( __( 'The quiz has no clinic in it. Open it in the studio.', 'skin-quiz' ) );
		}
		$meant->clinic->name = $this->name;
		foreach ( array( 'booking', 'contact' ) as $link ) {
			if ( isset( $meant->clinic->$link->link ) ) {
				$meant->clinic->$link->link = $this->$link;
			}
		}
		$start   = (int) strpos( $content, '"clinic"' );
		$written = substr( $content, $start );
		foreach ( array( 'name', 'booking', 'contact' ) as $field ) {
			$pattern = '~"(?:name|link)"\s*:\s*\K' . self::literal_pattern( $before->$field ) . '~';
			$written = (string) preg_replace( $pattern, addcslashes( self::literal( $this->$field ), '\\$' ), $written, 1 );
		}
		$written = substr( $content, 0, $start ) . $written;
		if ( json_encode( json_decode( $written ) ) === json_encode( $meant ) ) { // phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- compared, not sent.
			return $written;
		}
		return wp_json_encode( $meant, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION ) . "\n";
	}

	/**
	 * A piece of a page with this clinic in the place of another.
	 *
	 * @param self   $before The other.
	 * @param string $html   The piece.
	 */
	public function in_markup( self $before, string $html ): string {
		$changed = array();
		foreach ( array( 'booking', 'contact', 'name' ) as $field ) {
			if ( '' !== $before->$field ) {
				$changed[ htmlspecialchars( $before->$field, ENT_COMPAT ) ] = htmlspecialchars( $this->$field, ENT_COMPAT );
			}
		}
		return strtr( $html, $changed );
	}

	/**
	 * A text as JSON has it.
	 *
	 * @param string $text The text.
	 */
	private static function literal( string $text ): string {
		return (string) wp_json_encode( $text, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}

	/**
	 * What matches a text in JSON.
	 *
	 * @param string $text The text.
	 */
	private static function literal_pattern( string $text ): string {
		return str_replace( '/', '\\\\?/', preg_quote( self::literal( $text ), '~' ) );
	}

	/**
	 * A web address with its scheme; empty if it is none.
	 *
	 * @param string $written As people write it.
	 */
	private static function address( string $written ): string {
		$written = trim( $written );
		if ( preg_match( '/^(?:mailto:|tel:)/i', $written ) ) {
			return preg_match( '/^(?:mailto:[^\s"<>@]+@[^\s"<>@]+|tel:\+?[0-9]{5,})$/D', $written ) ? $written : '';
		}
		$written = (string) preg_replace( '~^(?:https?:)?//~i', '', $written );
		$is_one  = preg_match( '~^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#][^\s"<>]*)?$~Du', $written );
		return $is_one ? "https://$written" : '';
	}

	/**
	 * A telephone number as an address; empty if it is none.
	 *
	 * @param string $written As people write it.
	 */
	private static function number( string $written ): string {
		$written = trim( (string) preg_replace( '/^tel:/i', '', trim( $written ) ) );
		if ( preg_match( '~^(?:https?://|mailto:)|@|/~i', $written ) ) {
			return self::address( false !== strpos( $written, '@' ) && 0 !== stripos( $written, 'mailto:' ) ? "mailto:$written" : $written );
		}
		$digits = (string) preg_replace( array( '/\(0\)/', '/[^0-9+]/', '/^00/' ), array( '', '', '+' ), $written );
		$is_one = preg_match( '/^\+?[0-9]{5,15}$/D', $digits ) && ! preg_match( '/\p{L}/u', $written );
		return $is_one ? "tel:$digits" : '';
	}
}
