-- The wall around the tables before it: a partner's own, and never the lending side's.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['handovers', 'handover_receipts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY partner ON handovers USING (partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
CREATE POLICY with_handover ON handover_receipts FOR SELECT USING (
  EXISTS (SELECT 1 FROM handovers h WHERE h.id = handover_id));
--> statement-breakpoint
-- nobody acknowledges for the successor
CREATE POLICY successor ON handover_receipts FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM handovers h WHERE h.id = handover_id AND h.to_id = app_actor()));
