-- The wall around the table of 0122, as around the flows: only the program itself reads it, to count.
ALTER TABLE flow_counts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE flow_counts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON flow_counts USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON flow_counts USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT ON flow_counts TO meguri_app;
--> statement-breakpoint
-- What the releases so far counted, as far as it is known: as the flows say today, from the first release after their month.
INSERT INTO flow_counts (contract_id, since, company_id, month, codes, from_prefecture, from_industry, to_prefecture, to_industry,
    nth, ended_at, left_at, introduced, returned)
  SELECT f.contract_id, (SELECT min(r.until) FROM releases r WHERE r.until > f.month), f.company_id, f.month, f.codes,
    f.from_prefecture, f.from_industry, f.to_prefecture, f.to_industry, f.nth, f.ended_at, f.left_at, f.introduced, f.returned
  FROM flows f WHERE EXISTS (SELECT 1 FROM releases r WHERE r.until > f.month);
--> statement-breakpoint
SELECT app_wall_departments();
