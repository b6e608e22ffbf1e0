"""The rules that raise queries: one file for each, of plain values; `query_facts` fetches these."""
