<?php
/**
 * The theme's look.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * What the theme says of itself in theme.json, as the quiz's element takes it.
 */
final class Appearance {

	const COLOUR = '/^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgb|hsl)a?\([0-9.,%\s\/deg]+\))$/i';

	const MIDDLE = 0.18;

	/**
	 * The element's attributes that follow from the theme.
	 *
	 * @return array<string, string>
	 */
	public static function attributes(): array {
		// Without a theme.json WordPress gives colours of its own, which the theme does not show.
		$styles  = is_readable( get_theme_file_path( 'theme.json' ) ) ? wp_get_global_styles() : array();
		$surface = self::colour( $styles['color']['background'] ?? self::background() );
		$accent  = $styles['elements']['button']['color']['background'] ?? $styles['elements']['link']['color']['text'] ?? '';
		$looks   = array(
			'theme'   => self::scheme( $surface ),
			'accent'  => self::colour( $accent ),
			'surface' => $surface,
			'text'    => self::colour( $styles['color']['text'] ?? '' ),
			'font'    => self::font( $styles['typography']['fontFamily'] ?? '' ),
		);
		return array_filter( $looks, 'strlen' );
	}

	/**
	 * Whether a background is `light` or `dark`, or nothing where that is better seen on the page.
	 *
	 * @param string $colour As `#rgb` or `#rrggbb`; of others nothing is said.
	 */
	public static function scheme( string $colour ): string {
		$digits = ltrim( $colour, '#' );
		$digits = strlen( $digits ) < 6 ? (string) preg_replace( '/./', '$0$0', $digits ) : $digits;
		if ( '' === $colour || '#' !== $colour[0] || ! preg_match( '/^[0-9a-f]{6}/i', $digits ) ) {
			return '';
		}
		$linear = array();
		foreach ( str_split( substr( $digits, 0, 6 ), 2 ) as $part ) {
			$share    = hexdec( $part ) / 255;
			$linear[] = $share <= 0.04045 ? $share / 12.92 : ( ( $share + 0.055 ) / 1.055 ) ** 2.4;
		}
		return 0.2126 * $linear[0] + 0.7152 * $linear[1] + 0.0722 * $linear[2] < self::MIDDLE ? 'dark' : 'light';
	}

	/**
	 * The background of a theme without theme.json.
	 */
	private static function background(): string {
		$colour = get_background_color();
		return $colour ? "#$colour" : '';
	}

	/**
	 * A colour as browsers read it anywhere, or nothing if the theme has it in another way.
	 *
	 * @param mixed $value As theme.json has it.
	 */
	private static function colour( $value ): string {
		$value = self::meant( $value, 'color', array( 'color', 'palette' ), 'color' );
		return preg_match( self::COLOUR, $value ) ? $value : '';
	}

	/**
	 * A list of fonts, or nothing.
	 *
	 * @param mixed $value As theme.json has it.
	 */
	private static function font( $value ): string {
		$value = self::meant( $value, 'font-family', array( 'typography', 'fontFamilies' ), 'fontFamily' );
		return preg_match( '/^[\p{L}\p{N}\s,"\'_-]{1,300}$/u', $value ) ? $value : '';
	}

	/**
	 * What a value stands for, if it names something else in theme.json.
	 *
	 * @param mixed    $value As theme.json has it.
	 * @param string   $kind  What the presets are called in values.
	 * @param string[] $path  Where the presets are.
	 * @param string   $field What of a preset is meant.
	 */
	private static function meant( $value, string $kind, array $path, string $field ): string {
		if ( ! is_string( $value ) ) {
			return '';
		}
		if ( ! preg_match( '/^var(?::preset\|' . $kind . '\||\(--wp--preset--' . $kind . '--)([a-z0-9-]+)\)?$/i', $value, $slug ) ) {
			return $value;
		}
		$presets = wp_get_global_settings( $path );
		foreach ( array( 'custom', 'theme', 'default' ) as $origin ) {
			foreach ( (array) ( $presets[ $origin ] ?? array() ) as $preset ) {
				if ( _wp_to_kebab_case( $preset['slug'] ?? '' ) === $slug[1] ) {
					return (string) ( $preset[ $field ] ?? '' );
				}
			}
		}
		return '';
	}
}
