package io.unifiedcommerce.pos.capture;

/** What a capture counts. Called on the capture's thread. */
public interface CaptureMetrics {

    /** A capture that counts nothing. */
    CaptureMetrics NONE = new CaptureMetrics() {
        @Override
        public void rows(int count) {}

        @Override
        public void records(String stream, int count) {}

        @Override
        public void deadLetter() {}

        @Override
        public void restarted() {}

        @Override
        public void committedAt(long micros) {}
    };

    /** Rows came from the database. */
    void rows(int count);

    /** Records of a stream were handed over. */
    void records(String stream, int count);

    /** A record became a dead letter. */
    void deadLetter();

    /** The database was lost and the capture began again. */
    void restarted();

    /**
     * A transaction was handed over.
     *
     * @param micros when it was committed: microseconds since the epoch, clock of the database
     */
    void committedAt(long micros);
}
