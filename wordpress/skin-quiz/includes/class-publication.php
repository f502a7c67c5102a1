<?php
/**
 * Publishing.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Publishes files of the quiz: checked, all or none, and only upon what the editor has seen.
 */
final class Publication {

	/**
	 * Publishes files.
	 *
	 * @param array<string, string> $files   Their contents, by their paths.
	 * @param string                $version What was published when the edit began.
	 * @param string                $note    What changed, in a line.
	 * @return string What identifies what is published now.
	 * @throws Refused With the reason; nothing is changed then.
	 */
	public static function publish( array $files, string $version, string $note ): string {
		Checked_File::check_all( $files, Pages::templates( Folder::path( 'shipped' ) ) );
		return Lock::hold(
			function () use ( $files, $version, $note ) {
				self::check_version( $version );
				self::check_signatures( $files );
				return self::put( $files, $note, isset( $files['index.html'] ) ? 0 : null );
			}
		);
	}

	/**
	 * Publishes again what was published before.
	 *
	 * @param int $id Of the version.
	 * @return string What identifies what is published now.
	 * @throws Refused With the reason; nothing is changed then.
	 */
	public static function go_back( int $id ): string {
		return Lock::hold(
			function () use ( $id ) {
				$kept  = Versions::files( $id );
				$files = array_filter( $kept, array( Checked_File::class, 'kind' ), ARRAY_FILTER_USE_KEY );
				$stale = 0;
				foreach ( self::pages_of( $kept ) as $name => $page ) {
					if ( null === $page ) {
						unset( $files[ $name ] );
						$stale = 1;
					} else {
						$files[ $name ] = $page;
					}
				}
				$files = array_filter(
					$files,
					function ( $content, $name ) {
						return Folder::read( $name ) !== $content;
					},
					ARRAY_FILTER_USE_BOTH
				);
				/* translators: %s: a date and time */
				$note = sprintf( __( 'Back to the version of %s', 'skin-quiz' ), get_post_time( 'Y-m-d H:i', false, $id ) );
				return $files ? self::put( $files, $note, $stale ) : Folder::version();
			}
		);
	}

	/**
	 * The clinic, written into the data and the pages.
	 *
	 * @param Clinic $clinic  The clinic.
	 * @param string $version What was published when the form was opened.
	 * @throws Refused With the reason; nothing is changed then.
	 */
	public static function set_clinic( Clinic $clinic, string $version ): void {
		$name   = Program::DATA;
		$data   = (string) Folder::read( $name );
		$before = Clinic::of( $data );
		$files  = array( $name => $clinic->in_data( $data ) );
		foreach ( Folder::published() as $page ) {
			$template = Pages::templates( Folder::path( 'shipped' ) )[ Checked_File::kind( $page ) ] ?? null;
			if ( $template && $before ) {
				$files[ $page ] = Pages::of_clinic( $template, (string) Folder::read( $page ), $before, $clinic );
			}
		}
		Checked_File::check_all( $files, Pages::templates( Folder::path( 'shipped' ) ) );
		Lock::hold(
			function () use ( $files, $version ) {
				self::check_version( $version );
				return self::put( $files, __( 'The clinic’s name and addresses', 'skin-quiz' ), null );
			}
		);
	}

	/**
	 * Refuses an edit of something that was published over meanwhile.
	 *
	 * @param string $version What was published when the edit began.
	 * @throws Refused If something else is now.
	 */
	private static function check_version( string $version ): void {
		$now = Folder::version();
		if ( $version !== $now ) {
			$message = __( 'Nothing was published, for somebody else published since you began. Your draft is kept: look at both, take over what is to stay, and publish again.', 'skin-quiz' );
			throw new Refused( 'conflict', $message, Versions::last() + array( 'version' => $now ) );
		}
	}

	/**
	 * Refuses names under the content from whoever may not sign it off.
	 *
	 * @param array<string, string> $files What is to be published.
	 * @throws Refused If one is added or changed.
	 */
	private static function check_signatures( array $files ): void {
		if ( current_user_can( 'skin_quiz_sign' ) ) {
			return;
		}
		foreach ( $files as $name => $content ) {
			if ( 'data' === Checked_File::kind( $name ) && Checked_File::signs( Folder::read( $name ), $content ) ) {
				throw new Refused( 'not-allowed', __( 'Nothing was published, for it signs the content off, and you may not. Ask an administrator of this website to publish it, or to let you sign.', 'skin-quiz' ) );
			}
		}
	}

	/**
	 * Puts files in their places and keeps them as a version.
	 *
	 * @param array<string, string> $files Their contents, by their paths.
	 * @param string                $note  What changed, in a line.
	 * @param int|null              $stale Whether the page has to be rendered again; null where that is as before.
	 * @throws Refused If that fails; nothing is changed then.
	 */
	private static function put( array $files, string $note, ?int $stale ): string {
		if ( ! Versions::all() ) {
			Versions::keep( __( 'As installed', 'skin-quiz' ) );
		}
		$before = array();
		foreach ( array_keys( $files ) as $name ) {
			$before[ $name ] = Folder::read( $name );
		}
		Writer::write( Checked_File::in_order( $files ) );
		try {
			Versions::keep( $note );
		} catch ( Refused $refused ) {
			Writer::write( array_filter( $before, 'is_string' ) );
			foreach ( array_keys( $before, null, true ) as $name ) {
				wp_delete_file( Folder::path( $name ) );
			}
			throw $refused;
		}
		Program::taken_up( array_keys( $files ) );
		if ( null !== $stale ) {
			update_option( Program::STALE, $stale, false );
		}
		/**
		 * Tells that something was published, so that caches can be emptied.
		 *
		 * @param string[] $names The files, within the quiz's folder.
		 */
		do_action( 'skin_quiz_published', array_keys( $files ) );
		return Folder::version();
	}

	/**
	 * The pages of a version made anew with today's templates, or nothing for one that cannot be.
	 *
	 * @param array<string, string> $kept The version, with its templates.
	 * @return array<string, string|null>
	 */
	private static function pages_of( array $kept ): array {
		$now   = Pages::templates( Folder::path( 'shipped' ) );
		$pages = array();
		foreach ( $kept as $name => $content ) {
			$kind     = Checked_File::kind( $name );
			$template = Pages::TEMPLATES[ $kind ?? '' ] ?? null;
			if ( null === $template ) {
				continue;
			}
			$is_same        = ( $kept[ $template ] ?? null ) === Folder::read( "shipped/$template" );
			$then           = isset( $kept[ $template ] ) ? new Page_Template( $kept[ $template ] ) : null;
			$pages[ $name ] = $is_same ? $content : self::accepted( $now[ $kind ] ?? null, Pages::carried( $then, $now[ $kind ] ?? null, $content ) );
		}
		return $pages;
	}

	/**
	 * A page, or nothing if today's program would not write it.
	 *
	 * @param Page_Template|null $template The page without its words.
	 * @param string|null        $page     The page.
	 */
	private static function accepted( ?Page_Template $template, ?string $page ): ?string {
		try {
			if ( $template && null !== $page ) {
				$template->check( $page );
			}
			return $page;
		} catch ( Refused $refused ) {
			return null;
		}
	}
}
