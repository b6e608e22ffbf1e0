"""The English authorities with children's services, as titles of reports name them, and formal names."""

AUTHORITIES = tuple(
    """
Barking and Dagenham
Barnet
Bexley
Brent
Bromley
Camden
City of London
Croydon
Ealing
Enfield
Greenwich
Hackney
Hammersmith and Fulham
Haringey
Harrow
Havering
Hillingdon
Hounslow
Islington
Kensington and Chelsea
Kingston upon Thames
Lambeth
Lewisham
Merton
Newham
Redbridge
Richmond upon Thames
Southwark
Sutton
Tower Hamlets
Waltham Forest
Wandsworth
Westminster
Barnsley
Birmingham
Bolton
Bradford
Bury
Calderdale
Coventry
Doncaster
Dudley
Gateshead
Kirklees
Knowsley
Leeds
Liverpool
Manchester
Newcastle upon Tyne
North Tyneside
Oldham
Rochdale
Rotherham
Salford
Sandwell
Sefton
Sheffield
Solihull
South Tyneside
St Helens
Stockport
Sunderland
Tameside
Trafford
Wakefield
Walsall
Wigan
Wirral
Wolverhampton
Bath and North East Somerset
Bedford
Blackburn with Darwen
Blackpool
Bournemouth, Christchurch and Poole
Bracknell Forest
Brighton and Hove
Bristol
Buckinghamshire
Central Bedfordshire
Cheshire East
Cheshire West and Chester
Cornwall
Cumberland
Darlington
Derby
Dorset
Durham
East Riding of Yorkshire
Halton
Hartlepool
Herefordshire
Isle of Wight
Isles of Scilly
Kingston upon Hull
Leicester
Luton
Medway
Middlesbrough
Milton Keynes
North East Lincolnshire
North Lincolnshire
North Northamptonshire
North Somerset
North Yorkshire
Northumberland
Nottingham
Peterborough
Plymouth
Portsmouth
Reading
Redcar and Cleveland
Rutland
Shropshire
Slough
Somerset
South Gloucestershire
Southampton
Southend-on-Sea
Stockton-on-Tees
Stoke-on-Trent
Swindon
Telford and Wrekin
Thurrock
Torbay
Warrington
West Berkshire
West Northamptonshire
Westmorland and Furness
Wiltshire
Windsor and Maidenhead
Wokingham
York
Cambridgeshire
Derbyshire
Devon
East Sussex
Essex
Gloucestershire
Hampshire
Hertfordshire
Kent
Lancashire
Leicestershire
Lincolnshire
Norfolk
Nottinghamshire
Oxfordshire
Staffordshire
Suffolk
Surrey
Warwickshire
West Sussex
Worcestershire
Cumbria
Northamptonshire
Poole
Bournemouth
""".strip().splitlines()
)
"""All of 2026 and four that were merged since 2013."""

FORMAL_NAMES = tuple(
    """
London Borough of Barking and Dagenham
London Borough of Richmond upon Thames
Royal Borough of Greenwich
Royal Borough of Kensington and Chelsea
Royal Borough of Kensington & Chelsea
Royal Borough of Kingston upon Thames
Royal Borough of Windsor and Maidenhead
Royal Borough of Windsor & Maidenhead Council
City of London Corporation
Westminster City Council
City of Westminster
Barnsley Metropolitan Borough Council
City of Bradford Metropolitan District Council
Calderdale Council
Wakefield Metropolitan District Council
Kingston upon Hull City Council
Hull City Council
Newcastle City Council
Newcastle upon Tyne City Council
Council of the Isles of Scilly
Isles of Scilly Council
Isle of Wight Council
City of York Council
City of Wolverhampton Council
City of Doncaster Council
Southend-on-Sea Borough Council
Southend-on-Sea City Council
Stockton-on-Tees Borough Council
Stoke-on-Trent City Council
Telford & Wrekin Council
Borough of Telford & Wrekin
Telford and Wrekin Borough Council
Herefordshire Council
County of Herefordshire District Council
Durham County Council
Cornwall Council
St Helens Metropolitan Borough Council
St. Helens Council
Bournemouth, Christchurch and Poole Council
BCP Council
Brighton & Hove City Council
Brighton and Hove City Council
Blackburn with Darwen Borough Council
Bath & North East Somerset Council
Cheshire West and Chester Council
Cheshire West & Chester Borough Council
Cheshire East Unitary Authority
East Riding of Yorkshire Council
Rutland County Council
Medway Council
Medway Unitary Authority
Redcar & Cleveland Borough Council
Borough of Redcar and Cleveland
Bedford Borough Council
Derby City Council
Reading Borough Council
Birmingham Children’s Trust
Slough Children First
Sandwell Children’s Trust
Worcestershire Children First
Together for Children Sunderland
Bradford Children and Families Trust
Buckinghamshire County Council
Northumberland County Council
Metropolitan Borough of Wirral
Wirral Metropolitan Borough Council
Metropolitan Borough of Sefton
Milton Keynes City Council
North East Lincolnshire Council
Bristol City Council
City of Bristol
Plymouth City Council
South Gloucestershire Council
Dudley Metropolitan Borough Council
Knowsley Metropolitan Borough Council
Westmorland and Furness Council
""".strip().splitlines()
)
"""Councils, boroughs and cities under their full names, and trusts that run services for them."""
