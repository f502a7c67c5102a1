<?php
/**
 * The shipped program and content.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Puts what the plug-in ships into the folder that is served: the program always, content that staff edit
 * only where it is missing.
 */
final class Program {

	const HASHED = '~^[a-z-]+-[0-9a-f]{8,16}(?:_[a-z]+)?\.(?:css|js|wasm)$~D';

	const DATA = 'data/' . Folder::FIRST . '.json';

	const CONTENT = '~^(?:data|text|pictures)/~';

	/**
	 * Newer content that was shipped and is not published. Autoloaded by nobody.
	 */
	const NEWER = 'skin_quiz_newer';

	/**
	 * Whether the page has to be rendered again, for its words are not those of the data.
	 */
	const STALE = 'skin_quiz_stale';

	/**
	 * The folder that is shipped.
	 */
	public static function source(): string {
		return dirname( SKIN_QUIZ_FILE ) . '/program';
	}

	/**
	 * Puts everything into its place.
	 *
	 * @throws Refused If something cannot be written.
	 */
	public static function install(): void {
		$names = Folder::names( self::source() );
		if ( ! in_array( 'index.html', $names, true ) ) {
			throw new Refused( 'server', __( 'The plug-in has no program in it. Download it again and install it anew.', 'skin-quiz' ) );
		}
		$written  = self::pages();
		$is_first = null === Folder::read( 'index.html' );
		$newer    = array();
		foreach ( $names as $name ) {
			if ( preg_match( self::CONTENT, $name ) && ! preg_match( Checked_File::OF_THE_PROGRAM, $name ) ) {
				$newer = array_merge( $newer, self::offer( $name ) );
			} elseif ( in_array( $name, Pages::TEMPLATES, true ) ) {
				// The studio makes pages of the one beside them, and they are checked by the other.
				$written[ $name ]           = (string) Folder::content( self::source() . "/$name" );
				$written[ "shipped/$name" ] = $written[ $name ];
			} elseif ( ! isset( $written[ $name ] ) ) {
				$written[ $name ] = (string) Folder::content( self::source() . "/$name" );
			}
		}
		foreach ( array_keys( self::shipped_pages() ) as $name ) {
			$written[ "shipped/$name" ] = (string) Folder::content( self::source() . "/$name" );
		}
		self::keep_old( $names );
		Writer::write( self::in_order( $written ) );
		$newer = $is_first ? array() : array_values( array_unique( array_merge( self::newer(), $newer ) ) );
		update_option( self::NEWER, $newer, false );
		self::remove_old( $names );
		self::remove_left();
	}

	/**
	 * The paths of newer content that was shipped and is not published.
	 *
	 * @return string[]
	 */
	public static function newer(): array {
		return array_values( array_filter( (array) get_option( self::NEWER, array() ), 'is_string' ) );
	}

	/**
	 * Offers nothing any more that was published since.
	 *
	 * @param string[] $paths What was published.
	 */
	public static function taken_up( array $paths ): void {
		update_option( self::NEWER, array_values( array_diff( self::newer(), $paths ) ), false );
	}

	/**
	 * Puts content where it is missing, and newer content beside what is there.
	 *
	 * @param string $name Within the program.
	 * @return string[] The name, if there is something newer to be looked at.
	 */
	private static function offer( string $name ): array {
		$new     = (string) Folder::content( self::source() . "/$name" );
		$before  = Folder::read( "shipped/$name" );
		$current = Folder::read( $name );
		$written = $before === $new ? array() : array( "shipped/$name" => $new );
		$is_text = 0 === strpos( $name, 'text/' );
		if ( null === $current || ( $is_text && $current === $before ) ) {
			$written[ $name ] = $new;
		} elseif ( $is_text ) {
			$written += self::with_new_words( $name, $current, $new );
		}
		Writer::write( $written );
		return null !== $current && $before !== $new && $current !== $new && ! isset( $written[ $name ] ) ? array( $name ) : array();
	}

	/**
	 * Interface words that staff changed, with those that a newer program asks for besides.
	 *
	 * @param string $name    Of the file.
	 * @param string $current What is published.
	 * @param string $new     What is shipped.
	 * @return array<string, string> The file, if anything is missing there.
	 */
	private static function with_new_words( string $name, string $current, string $new ): array {
		$words = json_decode( $current, true );
		$wants = json_decode( $new, true );
		if ( ! is_array( $words ) || ! is_array( $wants ) || ! array_diff_key( $wants, $words ) ) {
			return array();
		}
		return array( $name => wp_json_encode( $words + $wants, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n" );
	}

	/**
	 * The pages as they are to be served with the shipped program. Words that were published stay where both
	 * programs write the same; elsewhere the shipped ones come, with the clinic of the data.
	 *
	 * @return array<string, string>
	 */
	private static function pages(): array {
		$before = Pages::templates( Folder::path( 'shipped' ) );
		$after  = Pages::templates( self::source() );
		$pages  = array();
		foreach ( self::shipped_pages() as $name => $kind ) {
			$new     = (string) Folder::content( self::source() . "/$name" );
			$current = Folder::read( $name );
			$is_same = Pages::are_alike( $before[ $kind ] ?? null, Folder::read( "shipped/$name" ), $after[ $kind ] ?? null, $new );
			$carried = $is_same ? Pages::carried( $before[ $kind ] ?? null, $after[ $kind ] ?? null, $current ) : null;
			if ( null === $carried ) {
				$carried = self::with_clinic( $after[ $kind ] ?? null, $new );
				if ( self::is_edited() ) {
					update_option( self::STALE, 1, false );
				}
			}
			$pages[ $name ] = $carried;
		}
		return $pages;
	}

	/**
	 * Whether the quiz is published with other words than it is shipped with.
	 */
	private static function is_edited(): bool {
		$current = Folder::read( self::DATA );
		return null !== $current && Folder::content( self::source() . '/' . self::DATA ) !== $current;
	}

	/**
	 * A shipped page with the clinic of the published data.
	 *
	 * @param Page_Template|null $template The page without its words.
	 * @param string             $html     The page.
	 */
	private static function with_clinic( ?Page_Template $template, string $html ): string {
		$before = Clinic::of( Folder::content( self::source() . '/' . self::DATA ) );
		$after  = Clinic::of_quiz( Folder::FIRST );
		try {
			return $template && $before && $after ? Pages::of_clinic( $template, $html, $before, $after ) : $html;
		} catch ( Refused $refused ) {
			return $html;
		}
	}

	/**
	 * The pages that are shipped, each with its kind.
	 *
	 * @return array<string, string>
	 */
	private static function shipped_pages(): array {
		$pages = array();
		foreach ( Folder::names( self::source() ) as $name ) {
			$kind = Checked_File::kind( $name );
			if ( 'page' === $kind || 'plain' === $kind ) {
				$pages[ $name ] = $kind;
			}
		}
		return $pages;
	}

	/**
	 * Files in the order in which a visitor may meet them: what a page names is there before the page.
	 *
	 * @param array<string, string> $files Their contents, by their names.
	 * @return array<string, string>
	 */
	private static function in_order( array $files ): array {
		$rank = function ( string $name ): int {
			if ( preg_match( Program::HASHED, $name ) ) {
				return 0;
			}
			return array_search( $name, array( 'embed.js', 'index.html' ), true ) === false ? 1 : 2;
		};
		uksort(
			$files,
			function ( $one, $other ) use ( $rank ) {
				return array( $rank( $one ), $one ) <=> array( $rank( $other ), $other );
			}
		);
		return $files;
	}

	/**
	 * Notes when files with a hash in their names were last of use: a page that is open may still ask for them.
	 *
	 * @param string[] $names What is shipped.
	 */
	private static function keep_old( array $names ): void {
		$page = (string) Folder::read( 'index.html' ) . (string) Folder::read( 'studio.html' );
		foreach ( array_diff( Folder::matching( self::HASHED ), $names ) as $name ) {
			if ( false !== strpos( $page, $name ) ) {
				touch( Folder::path( $name ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_operations_touch -- uploads are the server's own.
			}
		}
	}

	/**
	 * Removes what has been of no use for a month.
	 *
	 * @param string[] $names What is shipped.
	 */
	private static function remove_old( array $names ): void {
		foreach ( array_diff( Folder::matching( self::HASHED ), $names ) as $name ) {
			if ( filemtime( Folder::path( $name ) ) < time() - MONTH_IN_SECONDS ) {
				wp_delete_file( Folder::path( $name ) );
			}
		}
	}

	/**
	 * Removes what a publication that was cut off has left.
	 */
	private static function remove_left(): void {
		foreach ( Folder::matching( Writer::LEFT ) as $name ) {
			if ( filemtime( Folder::path( $name ) ) < time() - DAY_IN_SECONDS ) {
				wp_delete_file( Folder::path( $name ) );
			}
		}
	}
}
