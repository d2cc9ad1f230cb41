package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import pilotempo.battery.Mac;

/**
 * The one writer's hand on the database: a batch in one transaction, rows and roll-ups, then on to
 * the disk. After an error it is thrown away with all it knows; the next one reads it anew.
 */
final class BatchStore {
    /** New readings nearer to each other than this are taken into the roll-ups together. */
    private static final long CLUSTER_MILLIS = 86_400_000;

    private final Connection connection;
    private final Rollups rollups;
    private final Map<Mac, BatteryTable.Numbered> batteries;
    private final Map<Integer, RecentRows> recent = new HashMap<>();
    private final OutboxNumbers numbers;
    private final HouseLedger ledger;
    private final BulkStore bulk;
    private final StoredDays days;
    private final PurgedRows purged;
    private final Debts debts;
    private final UUID run;
    private final Openings openings;
    private final Map<OutboxStream, Long> before;
    private Optional<UUID> opening;
    private Map<OutboxStream, Long> durable = Map.of();

    /**
     * Takes a connection over.
     *
     * @param run this run of the program
     */
    BatchStore(Connection connection, ZoneId zone, InstantSource clock, UUID run)
            throws SQLException {
        this.connection = connection;
        this.run = run;
        connection.setAutoCommit(false);
        numbers = new OutboxNumbers(connection);
        before = numbers.newest();
        openings = new Openings(connection);
        opening = openings.newest();
        days = new StoredDays(connection, clock);
        purged = new PurgedRows(connection);
        rollups = new Rollups(connection, zone, numbers, purged);
        ledger = new HouseLedger(connection, numbers, purged);
        bulk = new BulkStore(connection, rollups, ledger);
        debts = new Debts(connection);
        batteries = BatteryTable.load(connection);
        keepZone(zone);
        sync();
    }

    /** The batteries with their local numbers, as they are now. */
    Map<Mac, BatteryTable.Numbered> batteries() {
        return Map.copyOf(batteries);
    }

    /** The highest number of each outbox stream that is on the disk. */
    Map<OutboxStream, Long> durable() {
        return durable;
    }

    /** The newest run that left something on the disk. */
    Optional<UUID> opening() {
        return opening;
    }

    /** Makes this file another one for all servers. */
    UUID renewIdentity() throws SQLException {
        var identity = FactTable.renewIdentity(connection);
        sync();
        return identity;
    }

    /** Stores a load; it is on the disk when this returns. */
    void write(Inbox.Load load) throws SQLException {
        days.mark();
        for (var battery : load.batteries().values()) {
            var old = batteries.get(battery.mac());
            put(new BatteryTable.Numbered(old == null ? nextNumber() : old.number(), battery));
        }
        var fresh = new LinkedHashMap<Integer, NavigableSet<Long>>();
        try (var insert = ReadingTable.insert(connection)) {
            for (var reading : load.readings()) {
                int battery = number(reading.battery(), reading.at());
                var rows = recent(battery);
                var row = Row.of(reading);
                var times = fresh.computeIfAbsent(battery, _ -> new TreeSet<>());
                if (!times.contains(row.time()) && !rows.contains(row.time())) {
                    ReadingTable.addBatch(insert, battery, row);
                    rows.add(row);
                    times.add(row.time());
                }
            }
            insert.executeBatch();
        }
        fresh.values().removeIf(NavigableSet::isEmpty);
        if (!fresh.isEmpty()) {
            refresh(fresh);
            bulk.forget();
        }
        TempoDayTable.put(connection, load.colours(), numbers);
        EventTable.insert(connection, load.events(), batteries);
        if (!load.notes().isEmpty()) {
            write(load.notes());
        }
        if (!load.readings().isEmpty()) {
            numbers.refresh(OutboxStream.READINGS);
        }
        if (!load.events().isEmpty()) {
            numbers.refresh(OutboxStream.EVENTS);
        }
        sync();
    }

    private void write(Notes notes) throws SQLException {
        CommandTable.put(connection, notes.commands(), this::number, numbers);
        AlertTable.put(connection, notes.alerts(), this::number);
        AlertMessageTable.put(connection, notes.messages());
        FactTable.keep(connection, notes.facts());
    }

    /**
     * Stores many readings, those that are not there yet; they are on the disk when this returns.
     *
     * @param incoming in order of time
     * @return how many were not there
     */
    int write(List<Incoming> incoming) throws SQLException {
        days.mark();
        var rows = new LinkedHashMap<Integer, List<Row>>();
        for (var one : incoming) {
            int battery = number(one.battery(), Instant.ofEpochMilli(one.row().time()));
            rows.computeIfAbsent(battery, _ -> new ArrayList<>()).add(one.row());
        }
        int stored = bulk.store(rows, inOrder());
        if (stored > 0) {
            recent.clear();
            numbers.refresh(OutboxStream.READINGS);
            sync();
        }
        return stored;
    }

    /** Whether roll-ups or the ledger are behind the readings; see {@link #catchUp}. */
    boolean isBehind() {
        return debts.any();
    }

    /** Goes a step further with what is behind the readings; whether there is more to do. */
    boolean catchUp() throws SQLException {
        var debt = debts.next();
        if (debt != null) {
            debts.paid(debt, pay(debt));
            sync();
            return true;
        }
        var catchUp = new LedgerCatchUp(connection, bulk);
        if (catchUp.isDone()) {
            return false;
        }
        catchUp.step(inOrder());
        sync();
        return true;
    }

    /** How many readings it took. */
    private int pay(Debts.Debt debt) throws SQLException {
        var battery = debt.battery();
        if (battery != null) {
            return rollups.refresh(battery, recent(battery), debt.span());
        }
        var touched = new HouseLedger.Touched();
        touched.add(debt.span().from(), debt.span().to());
        return ledger.refresh(all(), touched);
    }

    /** See {@link PurgeStep#purgeable}. */
    long purgeable(LocalDate storedBy, boolean onlyAcknowledged) throws SQLException {
        days.mark();
        sync();
        return PurgeStep.purgeable(connection, storedBy, onlyAcknowledged);
    }

    /** See {@link PurgeStep#take}; it is on the disk when this returns. */
    PurgeStep purge(long after, long until, long before) throws SQLException {
        var step = PurgeStep.take(connection, purged, after, until, before);
        if (step.removed() > 0) {
            recent.clear();
            bulk.forget();
        }
        sync();
        return step;
    }

    private void refresh(Map<Integer, NavigableSet<Long>> fresh) throws SQLException {
        var touched = new HouseLedger.Touched();
        for (var entry : fresh.entrySet()) {
            refresh(entry.getKey(), List.copyOf(entry.getValue()), touched);
        }
        var all = all();
        ledger.refresh(all, touched);
        all.forEach(RecentRows::trim);
    }

    private List<RecentRows> all() throws SQLException {
        var all = new ArrayList<RecentRows>();
        for (int battery : inOrder()) {
            all.add(recent(battery));
        }
        return all;
    }

    private void refresh(int battery, List<Long> sorted, HouseLedger.Touched touched)
            throws SQLException {
        int first = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i) - sorted.get(i - 1) > CLUSTER_MILLIS) {
                refresh(battery, sorted.get(first), sorted.get(i - 1), touched);
                first = i;
            }
        }
    }

    private void refresh(int battery, long first, long last, HouseLedger.Touched touched)
            throws SQLException {
        var rows = recent(battery);
        var own = debts.leave(battery, Rollups.touched(rows, first, last), first, last);
        rollups.refresh(battery, rows, own);
        var house = debts.leave(null, HouseLedger.touched(rows, first, last), first, last);
        touched.add(house.from(), house.to());
    }

    /** Local numbers in the order of MACs: the order in which batteries were met may differ. */
    private List<Integer> inOrder() {
        return batteries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().number())
                .toList();
    }

    private RecentRows recent(int battery) throws SQLException {
        var rows = recent.get(battery);
        if (rows == null) {
            rows = new RecentRows(new StoredRows(connection, battery));
            recent.put(battery, rows);
        }
        return rows;
    }

    private int number(Mac battery, Instant seen) throws SQLException {
        var numbered = batteries.get(battery);
        if (numbered == null) {
            numbered =
                    new BatteryTable.Numbered(nextNumber(), BatteryTable.nameless(battery, seen));
            put(numbered);
        }
        return numbered.number();
    }

    private void put(BatteryTable.Numbered numbered) throws SQLException {
        BatteryTable.put(connection, numbered, numbers.next(OutboxStream.BATTERIES));
        batteries.put(numbered.battery().mac(), numbered);
    }

    private int nextNumber() {
        return 1
                + batteries.values().stream()
                        .mapToInt(BatteryTable.Numbered::number)
                        .max()
                        .orElse(0);
    }

    /** The days follow the zone: another zone, other days. */
    private void keepZone(ZoneId zone) throws SQLException {
        var kept = FactTable.get(connection, FactTable.ZONE);
        if (kept.equals(Optional.of(zone.getId()))) {
            return;
        }
        if (kept.isPresent()) {
            for (var numbered : batteries.values()) {
                rollups.refreshAllDays(numbered.number());
            }
        }
        FactTable.put(connection, FactTable.ZONE, zone.getId());
    }

    /** A commit alone is not on the disk: H2 writes later, and a kill loses what it promised. */
    private void sync() throws SQLException {
        boolean first = !opening.equals(Optional.of(run)) && !numbers.newest().equals(before);
        if (first) {
            openings.add(run, before);
        }
        connection.commit();
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
        HistoryFile.tidy(connection);
        if (first) {
            opening = Optional.of(run);
        }
        durable = numbers.newest();
    }
}
