<?php
/**
 * What may be published.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Accepts a file by its path and its content, or says what is wrong with it.
 */
final class Checked_File {

	const MOST_BYTES = 4 * 1024 * 1024;

	const MOST_BYTES_OF_ALL = 16 * 1024 * 1024;

	const MOST_FILES = 200;

	/**
	 * Every path that can be published, in the order in which the files are put in their places.
	 */
	const PATHS = array(
		'data'    => '~^data/[a-z0-9-]+(?:\.[A-Za-z0-9-]+)?\.json$~D',
		'text'    => '~^text/[A-Za-z0-9-]+\.json$~D',
		'picture' => '~^pictures/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}\.(?:svg|png|jpg|jpeg|webp|avif|gif)$~D',
		'plain'   => '~^plain(?:\.[A-Za-z0-9-]+)?\.html$~D',
		'page'    => '~^index\.html$~D',
	);

	/**
	 * What belongs to the program though it lies beside what staff edit.
	 */
	const OF_THE_PROGRAM = '~^(?:plain\.template\.html|data/claims\.json|(?:data|text)/[a-z]+\.schema\.json)$~D';

	const PICTURES = array(
		'avif' => 'image/avif',
		'gif'  => 'image/gif',
		'jpeg' => 'image/jpeg',
		'jpg'  => 'image/jpeg',
		'png'  => 'image/png',
		'webp' => 'image/webp',
	);

	/**
	 * What kind of file a path stands for, or nothing if it cannot be published.
	 *
	 * @param string $path Within the quiz's folder.
	 */
	public static function kind( string $path ): ?string {
		if ( preg_match( self::OF_THE_PROGRAM, $path ) || false !== strpos( $path, '..' ) || preg_match( '~\.(?:php\d?|phtml|phar|cgi|pl|py|sh)\.~i', $path ) ) {
			return null;
		}
		foreach ( self::PATHS as $kind => $pattern ) {
			if ( preg_match( $pattern, $path ) ) {
				return $kind;
			}
		}
		return null;
	}

	/**
	 * The files, in the order in which they are put in their places: the page last.
	 *
	 * @param array<string, string> $files Their contents, by their paths.
	 * @return array<string, string>
	 */
	public static function in_order( array $files ): array {
		$kinds = array_flip( array_keys( self::PATHS ) );
		uksort(
			$files,
			function ( $one, $other ) use ( $kinds ) {
				$ranks = array( $kinds[ self::kind( $one ) ] ?? -1, $kinds[ self::kind( $other ) ] ?? -1 );
				return array( $ranks[0], $one ) <=> array( $ranks[1], $other );
			}
		);
		return $files;
	}

	/**
	 * Refuses files that cannot be published.
	 *
	 * @param array<string, string>        $files     Their contents, by their paths.
	 * @param array<string, Page_Template> $templates The shipped pages, by kind: `page` and `plain`.
	 * @throws Refused With the reason.
	 */
	public static function check_all( array $files, array $templates ): void {
		if ( ! $files || count( $files ) > self::MOST_FILES || array_sum( array_map( 'strlen', $files ) ) > self::MOST_BYTES_OF_ALL ) {
			throw Refused::file( __( 'There is nothing to publish, or more than 16 MB. Make pictures smaller and publish again.', 'skin-quiz' ) );
		}
		foreach ( $files as $path => $content ) {
			self::check( (string) $path, $content, $templates );
		}
	}

	/**
	 * Refuses a file that cannot be published.
	 *
	 * @param string                       $path      Within the quiz's folder.
	 * @param string                       $content   The whole of it.
	 * @param array<string, Page_Template> $templates The shipped pages, by kind.
	 * @throws Refused With the reason.
	 */
	public static function check( string $path, string $content, array $templates ): void {
		$kind = self::kind( $path );
		if ( null === $kind ) {
			/* translators: %s: a file's name */
			throw Refused::file( sprintf( __( 'A file cannot be called %s. Give it a name of letters, digits and hyphens.', 'skin-quiz' ), $path ) );
		}
		if ( strlen( $content ) > self::MOST_BYTES ) {
			/* translators: %s: a file's name */
			throw Refused::file( sprintf( __( '%s is larger than 4 MB. Make it smaller and publish again.', 'skin-quiz' ), $path ) );
		}
		if ( 'picture' === $kind ) {
			self::check_picture( $path, $content );
		} elseif ( 'data' === $kind || 'text' === $kind ) {
			self::check_json( $kind, $path, $content );
		} elseif ( isset( $templates[ $kind ] ) ) {
			$templates[ $kind ]->check( $content );
		} else {
			/* translators: %s: a file's name */
			throw Refused::file( sprintf( __( '%s cannot be published, for this website has no page to compare it with. Update the plug-in.', 'skin-quiz' ), $path ) );
		}
	}

	/**
	 * Whether somebody's name under the content is added or changed between two data files.
	 *
	 * @param string|null $before What is published, if anything is.
	 * @param string      $after  What is to be.
	 */
	public static function signs( ?string $before, string $after ): bool {
		$now = json_decode( $after, true )['reviewed'] ?? null;
		if ( null === $now ) {
			return false;
		}
		$then = null === $before ? null : json_decode( $before, true )['reviewed'] ?? null;
		return $now !== $then;
	}

	/**
	 * Refuses what is no picture of the kind that its name says.
	 *
	 * @param string $path    Within the quiz's folder.
	 * @param string $content The whole of it.
	 * @throws Refused With the reason.
	 */
	private static function check_picture( string $path, string $content ): void {
		$ending = strtolower( pathinfo( $path, PATHINFO_EXTENSION ) );
		if ( 'svg' === $ending ) {
			$is_one = Svg::is_safe( $content );
		} else {
			$size   = '' === $content ? false : @getimagesizefromstring( $content ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- a file that is no picture is expected here.
			$is_one = $size && self::PICTURES[ $ending ] === $size['mime'];
		}
		if ( ! $is_one ) {
			/* translators: %s: a file's name */
			throw Refused::file( sprintf( __( '%s is no picture of that kind, or a drawing with more than a drawing in it. Export it again, as PNG if need be.', 'skin-quiz' ), $path ) );
		}
	}

	/**
	 * Refuses JSON that cannot be what its path says.
	 *
	 * @param string $kind    `data` or `text`.
	 * @param string $path    Within the quiz's folder.
	 * @param string $content The whole of it.
	 * @throws Refused With the reason.
	 */
	private static function check_json( string $kind, string $path, string $content ): void {
		$data = json_decode( $content, false, 64 );
		if ( ! $data instanceof \stdClass || ! self::has_shape( $kind, $path, $data ) ) {
			/* translators: %s: a file's name */
			throw Refused::file( sprintf( __( '%s is not a file of a quiz. Open it in the studio, mend what is found there and publish again.', 'skin-quiz' ), $path ) );
		}
		$values = json_decode( $content, true );
		array_walk_recursive(
			$values,
			function ( $value ) use ( $path ) {
				if ( is_string( $value ) && preg_match( '/^[\s\x00-\x1f]*(?:javascript|vbscript|data|file)\s*:/i', $value ) ) {
					/* translators: %s: a file's name */
					throw Refused::file( sprintf( __( '%s has an address in it that would run a program. Write one that begins with https://, tel: or mailto:.', 'skin-quiz' ), $path ) );
				}
			}
		);
	}

	/**
	 * Whether a file has what a file of its kind must have.
	 *
	 * @param string    $kind `data` or `text`.
	 * @param string    $path Within the quiz's folder.
	 * @param \stdClass $data What is in it.
	 */
	private static function has_shape( string $kind, string $path, \stdClass $data ): bool {
		if ( 'text' === $kind ) {
			foreach ( get_object_vars( $data ) as $words ) {
				if ( ! is_string( $words ) && ! $words instanceof \stdClass ) {
					return false;
				}
			}
			return isset( $data->continue, $data->back );
		}
		if ( ! isset( $data->format ) || ! is_int( $data->format ) ) {
			return false;
		}
		if ( substr_count( $path, '.' ) > 1 ) {
			return isset( $data->quiz ) && is_string( $data->quiz ) && ( isset( $data->words ) || isset( $data->personas ) );
		}
		$clinic = $data->clinic ?? null;
		return isset( $data->id, $data->words, $data->questions ) && is_array( $data->questions ) && $data->questions && $clinic instanceof \stdClass && is_string( $clinic->name ?? null );
	}
}
