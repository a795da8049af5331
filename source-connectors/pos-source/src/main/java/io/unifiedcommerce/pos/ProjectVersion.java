package io.unifiedcommerce.pos;

/** The release that this jar belongs to, as Connect selects plugins by it (KIP-891). */
final class ProjectVersion {
    private ProjectVersion() {}

    static String get() {
        String version = ProjectVersion.class.getPackage().getImplementationVersion();
        return version == null ? "0.0.0" : version;
    }
}
