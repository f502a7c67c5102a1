<?php
/**
 * What was published before.
 *
 * @package SkinQuiz
 */

namespace SkinQuiz;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps everything that is published as a revision of one private post, with who published it and when.
 */
final class Versions {

	const TYPE = 'skin_quiz_version';

	const MOST = 50;

	/**
	 * Registers what is called later.
	 */
	public static function hook(): void {
		add_action( 'init', array( self::class, 'register' ), 5 );
		add_filter( 'wp_revisions_to_keep', array( self::class, 'most' ), 100, 2 );
	}

	/**
	 * Registers the type of post.
	 */
	public static function register(): void {
		register_post_type(
			self::TYPE,
			array(
				'label'        => __( 'Versions of the skin quiz', 'skin-quiz' ),
				'public'       => false,
				'show_in_rest' => false,
				'can_export'   => true,
				'capabilities' => array_fill_keys( array( 'edit_post', 'read_post', 'delete_post', 'edit_posts', 'edit_others_posts', 'publish_posts', 'read_private_posts', 'create_posts', 'delete_posts' ), 'skin_quiz_publish' ),
				'supports'     => array( 'title', 'editor', 'excerpt', 'revisions' ),
			)
		);
	}

	/**
	 * How many versions are kept, whatever the site keeps of its posts.
	 *
	 * @param int|bool $most  What the site says.
	 * @param \WP_Post $post The post.
	 * @return int|bool
	 */
	public static function most( $most, $post ) {
		return $post instanceof \WP_Post && self::TYPE === $post->post_type ? self::MOST : $most;
	}

	/**
	 * Keeps what is published now.
	 *
	 * @param string $note What changed, in a line.
	 * @throws Refused If it cannot be kept.
	 */
	public static function keep( string $note ): void {
		$post = self::post();
		$kept = array(
			'post_type'    => self::TYPE,
			'post_status'  => 'private',
			'post_title'   => 'skin-quiz',
			'post_excerpt' => sanitize_text_field( $note ),
			'post_content' => self::packed(),
		);
		if ( $post ) {
			$kept['ID'] = $post->ID;
		}
		$id = $post ? wp_update_post( wp_slash( $kept ), true ) : wp_insert_post( wp_slash( $kept ), true );
		if ( is_wp_error( $id ) ) {
			throw new Refused( 'server', __( 'Nothing was published, for the database cannot keep this version. Ask whoever runs the server.', 'skin-quiz' ) );
		}
		wp_save_post_revision( (int) $id );
	}

	/**
	 * What was kept, the newest first.
	 *
	 * @return \WP_Post[]
	 */
	public static function all(): array {
		$post = self::post();
		$all  = $post ? wp_get_post_revisions( $post->ID, array( 'check_enabled' => false ) ) : array();
		return self::posts( $all );
	}

	/**
	 * Who published last, and when.
	 *
	 * @return array{by: string, at: string}
	 */
	public static function last(): array {
		$last = self::all()[0] ?? null;
		return array(
			'by' => $last ? self::author( $last ) : '',
			'at' => $last ? (string) get_post_time( 'c', true, $last ) : '',
		);
	}

	/**
	 * Who published a version.
	 *
	 * @param \WP_Post $version The version.
	 */
	public static function author( \WP_Post $version ): string {
		$author = get_userdata( (int) $version->post_author );
		return $author ? $author->display_name : '';
	}

	/**
	 * The files of a version, and the pages' templates of that time.
	 *
	 * @param int $id Of the version.
	 * @return array<string, string>
	 * @throws Refused If there is no such version.
	 */
	public static function files( int $id ): array {
		$post    = self::post();
		$version = wp_get_post_revision( $id );
		if ( ! $post || ! $version instanceof \WP_Post || $version->post_parent !== $post->ID ) {
			throw Refused::file( __( 'There is no such version any more. Choose another one.', 'skin-quiz' ) );
		}
		$files = array();
		foreach ( (array) json_decode( $version->post_content, true ) as $name => $packed ) {
			$files[ $name ] = (string) gzuncompress( (string) base64_decode( (string) $packed, true ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- pictures are kept too.
		}
		return $files;
	}

	/**
	 * The post whose revisions the versions are.
	 */
	private static function post(): ?\WP_Post {
		$posts = get_posts(
			array(
				'post_type'        => self::TYPE,
				'post_status'      => 'private',
				'numberposts'      => 1,
				'orderby'          => 'ID',
				'order'            => 'ASC',
				'suppress_filters' => true,
			)
		);
		return self::posts( $posts )[0] ?? null;
	}

	/**
	 * The posts among what WordPress gives, which may be numbers.
	 *
	 * @param array<int, mixed> $given What it gave.
	 * @return list<\WP_Post>
	 */
	private static function posts( array $given ): array {
		$posts = array();
		foreach ( $given as $post ) {
			if ( $post instanceof \WP_Post ) {
				$posts[] = $post;
			}
		}
		return $posts;
	}

	/**
	 * Everything that is published, as text that no filter changes.
	 */
	private static function packed(): string {
		$files = array();
		foreach ( array_merge( Folder::published(), array_values( Pages::TEMPLATES ) ) as $name ) {
			$content = Folder::read( in_array( $name, Pages::TEMPLATES, true ) ? "shipped/$name" : $name );
			if ( null !== $content ) {
				$files[ $name ] = base64_encode( (string) gzcompress( $content, 9 ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- pictures are kept too.
			}
		}
		return (string) wp_json_encode( $files );
	}
}
