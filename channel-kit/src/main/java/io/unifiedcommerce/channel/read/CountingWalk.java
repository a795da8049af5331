package io.unifiedcommerce.channel.read;

import java.util.Map;

/** Pages are found by their number or by how many records lie before them; a page that is not full, or reaches the total, is the last. */
final class CountingWalk implements PageWalk {
    private final int size;
    private final int first;
    private final Total total;
    private final long most;
    private int turned;
    private long offset;

    /** @param most records that the platform gives of one listing */
    CountingWalk(int size, int first, Total total, long most) {
        this.size = size;
        this.first = first;
        this.total = total;
        this.most = most;
    }

    @Override
    public void values(Map<String, Object> values) {
        values.put("page.size", size);
        values.put("page.number", first + turned);
        values.put("page.offset", offset);
    }

    @Override
    public boolean advance(Page page) {
        if (page.items().size() < size || total.reached(page, turned + 1L, size)) {
            return false;
        }
        turned++;
        offset += page.items().size();
        return true;
    }

    @Override
    public String exhausted() {
        return offset + size <= most ? null : "the platform gives " + most + " records of one query at most";
    }

    @Override
    public boolean counted() {
        return turned > 0;
    }

    @Override
    public int size() {
        return size;
    }
}
