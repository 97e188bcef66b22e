-- A review that waited long enough is read by the other side, too.
CREATE POLICY opened ON reviews FOR SELECT USING (
  (account_id = app_actor() OR company_id = app_organisation()) AND opened_at IS NOT NULL);
