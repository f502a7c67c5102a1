<?php
/**
 * Where the quiz is served from.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * The folder of the quiz among a site's uploads. The web server sends it as it is.
 */
final class Folder {

	/**
	 * The quiz whose first question stands in the page.
	 */
	const FIRST = 'microneedling';

	/**
	 * The path of a file in it.
	 *
	 * @param string $name Within the folder; nothing for the folder itself.
	 */
	public static function path( string $name = '' ): string {
		return wp_get_upload_dir()['basedir'] . '/skin-quiz' . ( '' === $name ? '' : "/$name" );
	}

	/**
	 * The address of a file in it.
	 *
	 * @param string $name Within the folder.
	 */
	public static function url( string $name = '' ): string {
		return set_url_scheme( wp_get_upload_dir()['baseurl'] . "/skin-quiz/$name" );
	}

	/**
	 * What is in a file, or nothing if there is none.
	 *
	 * @param string $name Within the folder.
	 */
	public static function read( string $name ): ?string {
		return self::content( self::path( $name ) );
	}

	/**
	 * What is in a file of any folder, or nothing if there is none.
	 *
	 * @param string $path The file.
	 */
	public static function content( string $path ): ?string {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- a file of this server.
		$content = is_file( $path ) ? file_get_contents( $path ) : false;
		return false === $content ? null : $content;
	}

	/**
	 * Every file of a folder, by its name within that folder, in order.
	 *
	 * @param string $folder The folder.
	 * @return string[]
	 */
	public static function names( string $folder ): array {
		if ( ! is_dir( $folder ) ) {
			return array();
		}
		$names = array();
		$all   = new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $folder, \FilesystemIterator::SKIP_DOTS ) );
		foreach ( array_keys( iterator_to_array( $all ) ) as $path ) {
			$names[] = str_replace( '\\', '/', substr( (string) $path, strlen( $folder ) + 1 ) );
		}
		sort( $names );
		return $names;
	}

	/**
	 * The served files whose names match a pattern.
	 *
	 * @param string $pattern The pattern.
	 * @return string[]
	 */
	public static function matching( string $pattern ): array {
		$names = preg_grep( $pattern, self::names( self::path() ) );
		return false === $names ? array() : $names;
	}

	/**
	 * Everything that can be published and is.
	 *
	 * @return string[]
	 */
	public static function published(): array {
		return array_values( array_filter( self::names( self::path() ), array( Checked_File::class, 'kind' ) ) );
	}

	/**
	 * The quizzes, by the names of their data files.
	 *
	 * @return string[]
	 */
	public static function quizzes(): array {
		$quizzes = array();
		foreach ( self::published() as $name ) {
			if ( preg_match( '~^data/([a-z0-9-]+)\.json$~D', $name, $quiz ) ) {
				$quizzes[] = $quiz[1];
			}
		}
		return $quizzes;
	}

	/**
	 * What changes whenever something published does, by whatever means.
	 */
	public static function version(): string {
		$sums = array();
		foreach ( self::published() as $name ) {
			$sums[] = $name . ' ' . hash_file( 'sha256', self::path( $name ) );
		}
		return substr( hash( 'sha256', implode( "\n", $sums ) ), 0, 32 );
	}

	/**
	 * Deletes some of what is in the folder, and then the folder if nothing is left.
	 *
	 * @param callable $is_to_go Whether a file goes, by its name.
	 */
	public static function remove( callable $is_to_go ): void {
		foreach ( self::names( self::path() ) as $name ) {
			if ( $is_to_go( $name ) ) {
				wp_delete_file( self::path( $name ) );
			}
		}
		foreach ( array( 'data', 'text', 'pictures', 'shipped/data', 'shipped/text', 'shipped/pictures', 'shipped', '' ) as $name ) {
			if ( is_dir( self::path( $name ) ) && 2 === count( (array) scandir( self::path( $name ) ) ) ) {
				rmdir( self::path( $name ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_operations_rmdir -- uploads are the server's own.
			}
		}
	}
}
