package io.unifiedcommerce.pos.database;

/** Names of the configuration keys that the checks of a database point at; those that Debezium has too are named alike. */
public final class TillKeys {
    public static final String HOST = "database.hostname";
    public static final String PORT = "database.port";
    public static final String USER = "database.user";
    public static final String PASSWORD = "database.password";
    public static final String DATABASE = "database.dbname";
    public static final String SSL_MODE = "database.sslmode";
    public static final String SSL_ROOT_CERTIFICATE = "database.sslrootcert";
    public static final String SLOT = "slot.name";
    public static final String PUBLICATION = "publication.name";

    private TillKeys() {}
}
