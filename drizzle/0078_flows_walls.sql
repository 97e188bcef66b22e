-- The wall around the table of 0077. A flow says where somebody who works for a company comes from: only the program itself reads
-- it, to count. Nobody is shown a row.
ALTER TABLE flows ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE flows FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON flows USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON flows USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON flows TO meguri_app;
--> statement-breakpoint
SELECT app_wall_departments();
